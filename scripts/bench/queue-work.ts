import { randomBytes } from 'node:crypto'
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { better, defineQueue } from 'plainjob'
import { openStore, type Store } from '../../electron/db/open.ts'
import { addBroadcast } from '../../electron/db/repos/broadcasts.ts'
import { addDeliveries } from '../../electron/db/repos/deliveries.ts'
import { addLine } from '../../electron/db/repos/lines.ts'
import { addMessage } from '../../electron/db/repos/messages.ts'
import { addStaff } from '../../electron/db/repos/staff.ts'
import { claimBatch } from '../../electron/queue/claim.ts'
import { DayBook } from '../../electron/queue/day-book.ts'
import { settleEndings } from '../../electron/queue/settle.ts'
import { restedPace } from '../../shared/domain/pace.ts'
import type { BroadcastId, DeliveryId, E164, LineId, MessageId, StaffId } from '../../shared/ids.ts'
import { newUlid } from '../../shared/ids.ts'
import { HOUR_MS } from '../../shared/time.ts'

/** As many as the provider takes in a second: what one transaction claims, and one acknowledges. */
const GROUP = 30
const clock = { now: () => Date.now() }
const random = (size: number) => new Uint8Array(randomBytes(size))
const newId = () => newUlid(clock.now(), random)

/** A message takes two steps, each of which must be on disk before the next may begin: the claim, and the answer. */
const STEPS = 2

/** Takes messages through the app's own transactions, in groups, over an encrypted store that flushes; steps a second. */
export async function ourStepsPerSec(count: number): Promise<number> {
  return inTempFolder(async (dir) => {
    const opened = await openStore({ path: join(dir, 'desk.db'), key: random(32), appVersion: '0.0.0', clock })
    if (!opened.ok) throw new Error(opened.error.code)
    const lineId = await fill(opened.value, count)
    const startMs = performance.now()
    const done = await sendAll(opened.value, lineId)
    const seconds = (performance.now() - startMs) / 1000
    await opened.value.close()
    if (done !== count) throw new Error(`Only ${done} of ${count} were sent`)
    return (STEPS * count) / seconds
  })
}

async function sendAll(store: Store, lineId: LineId): Promise<number> {
  const endless = { pace: restedPace(60_000_000, 0), ratePerMin: 60_000_000 }
  const days = new DayBook(() => 'America/Los_Angeles')
  let done = 0
  for (;;) {
    const nowMs = clock.now()
    const budget = { nowMs: done, sms: endless, mms: endless, account: endless, day: null }
    const turn = { lineId, nowMs, days, served: new Map(), busy: [] }
    const { claimed } = await claimBatch(store, { ...turn, isInboundKnown: true, budget, most: GROUP })
    if (claimed.length === 0) return done
    const endings = claimed.map((one) => ({
      claimed: one,
      outcome: { class: 'ACCEPTED', uuid: crypto.randomUUID() } as const,
    }))
    await settleEndings(store, endings, { nowMs, random: Math.random })
    done += claimed.length
  }
}

/** A line, and a broadcast with so many copies. An emergency, so that nobody need have agreed. */
async function fill({ db }: Store, count: number): Promise<LineId> {
  const nowMs = clock.now()
  const [lineId, staffId, broadcastId, messageId] = [newId() as LineId, newId(), newId(), newId()]
  const common = { purpose: 'emergency', emergencyReason: 'bench', createdAtMs: nowMs } as const
  const [staff, broadcast, message] = [staffId as StaffId, broadcastId as BroadcastId, messageId as MessageId]
  await db.transaction().execute(async (trx) => {
    await addLine(trx, { id: lineId, e164: '+12065550100' as E164, class: '10dlc', ratePerMin: 1, createdAtMs: nowMs })
    await addStaff(trx, { id: staff, name: 'Bench', createdAtMs: nowMs })
    const told = { onceKey: broadcastId, title: 'Bench', body: 'Bench', startsAtMs: nowMs, staffId: staff }
    await addBroadcast(trx, { id: broadcast, ...told, ...common })
    const meant = { onceKey: null, kind: 'broadcast', broadcastId: broadcast, staffId: staff } as const
    await addMessage(trx, { id: message, ...meant, ...common })
    for (let first = 0; first < count; first += 100) {
      const copies = Array.from({ length: Math.min(100, count - first) }, (_, n) => ({
        id: newId() as DeliveryId,
        messageId: message,
        personId: null,
        e164: `+1206556${String(first + n).padStart(4, '0')}` as E164,
        lineId,
        lane: 2 as const,
        body: 'The office opens at 10 today.',
        segments: 1,
        state: 'queued' as const,
        notBeforeMs: nowMs,
        expiresAtMs: nowMs + HOUR_MS,
        createdAtMs: nowMs,
      }))
      await addDeliveries(trx, copies)
    }
  })
  return lineId
}

/** The same with the npm package plainjob, which claims and acknowledges one by one, set to flush as we do; steps a second. */
export async function plainjobStepsPerSec(count: number): Promise<number> {
  return inTempFolder((dir) => {
    const database = new Database(join(dir, 'plain.db'))
    const silent = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined }
    const queue = defineQueue({ connection: better(database), logger: silent })
    const jobs = Array.from({ length: count }, (_, n) => ({ to: n, body: 'The office opens at 10 today.' }))
    queue.addMany('text', jobs)
    database.pragma('synchronous = FULL')
    const startMs = performance.now()
    for (let job = queue.getAndMarkJobAsProcessing('text'); job; job = queue.getAndMarkJobAsProcessing('text')) {
      queue.markJobAsDone(job.id)
    }
    const seconds = (performance.now() - startMs) / 1000
    queue.close()
    return Promise.resolve((STEPS * count) / seconds)
  })
}

/** How often this disk flushes 4 KiB in a second, with nothing around it. */
export async function flushesPerSec(count: number): Promise<number> {
  return inTempFolder((dir) => {
    const file = openSync(join(dir, 'flushed'), 'w')
    const page = randomBytes(4096)
    const startMs = performance.now()
    for (let n = 0; n < count; n += 1) {
      writeSync(file, page)
      fdatasyncSync(file)
    }
    const seconds = (performance.now() - startMs) / 1000
    closeSync(file)
    return Promise.resolve(count / seconds)
  })
}

async function inTempFolder<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'optdesk-bench-'))
  try {
    return await use(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
