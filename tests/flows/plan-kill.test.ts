import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { unfinishedPlans } from '../../electron/db/repos/broadcast-plans.ts'
import { listLines } from '../../electron/db/repos/lines.ts'
import { claimNext } from '../queue/one-message.ts'
import type { LineId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { HOUR_MS, isoDay } from '../../shared/time.ts'
import { officeHoursClock } from '../support/core.ts'
import { addManyPeople } from '../support/many-people.ts'
import { makeOffice, openOffice, withOfficeStore } from '../support/office-desk.ts'
import { inTempFolder } from '../support/store.ts'

const CHILD = fileURLToPath(new URL('plan-child.ts', import.meta.url))
const PEOPLE = 4_000
/** Statements before which the process dies, each time after it was started again: within pages, at commits, at the end. */
const DEATHS = [3, 20, 28, 61]

test(
  'killed before any statement, a plan goes on where it was: everyone once, on the days there is room, and never half of it',
  () =>
    inTempFolder(async (dir) => {
      await makeOffice(dir)
      const desk = await openOffice(dir)
      await addManyPeople(desk.services.store, PEOPLE, desk.clock.now())
      await desk.close()

      const unfinished = []
      for (const dieAt of DEATHS) {
        expect(await runChild(dir, dieAt)).toBe('')
        unfinished.push(await expectNothingMayLeave(dir))
      }
      // The first death came before the order was kept.
      expect(unfinished).toEqual([0, ...DEATHS.slice(1).map(() => 1)])
      const planned = JSON.parse(await runChild(dir, 0)) as OutputOf<'broadcasts.schedule'>
      expect(planned).toMatchObject({ deliveries: PEOPLE, leftOut: 0 })
      await expectEveryoneOnce(dir)
    }),
  300_000,
)

async function runChild(dir: string, dieAt: number): Promise<string> {
  const child = spawn(process.execPath, [CHILD, dir, String(dieAt)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  await once(child, 'close')
  return printed
}

/** Answers how many plans wait to be taken up. */
function expectNothingMayLeave(dir: string): Promise<number> {
  return withOfficeStore(dir, async (store) => {
    const [line] = await listLines(store.db)
    const nowMs = officeHoursClock().now() + HOUR_MS
    const terms = { lineId: line?.id as LineId, nowMs, inboundFreshAtMs: nowMs }
    expect(await claimNext(store, terms)).toBeNull()
    return (await unfinishedPlans(store.db)).length
  })
}

function expectEveryoneOnce(dir: string): Promise<void> {
  return withOfficeStore(dir, async ({ db }) => {
    const rows = await db.selectFrom('delivery').select(['e164', 'person_id', 'state', 'not_before_ms']).execute()
    expect(rows).toHaveLength(PEOPLE)
    expect(new Set(rows.map(({ e164 }) => e164)).size).toBe(PEOPLE)
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['queued']))
    const owners = await db.selectFrom('phone_number').select(['e164', 'person_id']).execute()
    const ownerOf = new Map(owners.map((owner) => [owner.e164, owner.person_id]))
    expect(rows.every(({ e164, person_id }) => ownerOf.get(e164) === person_id)).toBe(true)
    const days = Map.groupBy(rows, ({ not_before_ms }) => isoDay(not_before_ms, 'America/Los_Angeles'))
    expect([...days.values()].map((ofDay) => ofDay.length).toSorted((one, other) => other - one)).toEqual([
      1500, 1500, 1000,
    ])
    expect(await unfinishedPlans(db)).toEqual([])
  })
}
