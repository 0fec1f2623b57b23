import type { CompiledQuery, KyselyPlugin } from 'kysely'
import { describe, expect, test } from 'vitest'
import {
  begunSince,
  openBroadcasts,
  statesOfBegun,
  watchedBroadcasts,
} from '../../electron/db/repos/broadcast-turns.ts'
import { clearNetworkWaits, moveDeliveries } from '../../electron/db/repos/deliveries.ts'
import {
  countByState,
  countLater,
  countPatient,
  dueLoad,
  waitingOfMessage,
} from '../../electron/db/repos/queue-counts.ts'
import {
  nextDueInLane,
  nextExpiryAt,
  nextInLane,
  nextOfMessage,
  nextRetryAt,
  overdueDeliveries,
  waitingOfBroadcast,
} from '../../electron/db/repos/waiting-deliveries.ts'
import type { Writer } from '../../electron/db/schema.ts'
import type { BroadcastId, E164, MessageId } from '../../shared/ids.ts'
import { type TestStore, withStore } from '../support/store.ts'
import { ADA, LINE } from './office.ts'

const MESSAGE = 'm' as MessageId
const BUSY: readonly E164[] = [ADA]

/** Every question that the sender asks at each turn, and some that it asks when something happens. */
const QUESTIONS: Readonly<Record<string, (db: Writer) => Promise<unknown>>> = {
  nextInLane: (db) => nextInLane(db, { lineId: LINE, lane: 1, channels: ['sms', 'mms'], busy: BUSY }, 1),
  nextOfMessage: (db) => nextOfMessage(db, { lineId: LINE, messageId: MESSAGE, busy: BUSY }, 1),
  nextDueInLane: (db) => nextDueInLane(db, LINE, 1),
  nextRetryAt: (db) => nextRetryAt(db, LINE),
  nextExpiryAt: (db) => nextExpiryAt(db),
  overdueDeliveries: (db) => overdueDeliveries(db, 1, 10),
  openBroadcasts: (db) => openBroadcasts(db, LINE),
  watchedBroadcasts: (db) => watchedBroadcasts(db),
  waitingOfBroadcast: (db) => waitingOfBroadcast(db, 'b' as BroadcastId, 10),
  waitingOfMessage: (db) => waitingOfMessage(db, MESSAGE),
  begunOfLine: (db) => begunSince(db, { lineId: LINE }, 1),
  begunOfMessage: (db) => begunSince(db, { messageId: MESSAGE }, 1),
  statesOfBegun: (db) => statesOfBegun(db, MESSAGE, 1),
  countByState: (db) => countByState(db),
  countLater: (db) => countLater(db, LINE, 1),
  countPatient: (db) => countPatient(db, LINE, 1),
  dueLoad: (db) => dueLoad(db, LINE, 1),
  clearNetworkWaits: (db) => clearNetworkWaits(db, LINE),
  moveOne: (db) =>
    moveDeliveries(db, {
      which: { id: 'd' as never },
      from: ['queued'],
      to: 'sending',
      by: 'sender',
      atMs: 1,
      why: null,
    }),
  moveNumber: (db) =>
    moveDeliveries(db, {
      which: { e164: ADA },
      from: ['held', 'queued'],
      to: 'blocked',
      by: 'stop_handler',
      atMs: 1,
      why: null,
    }),
}

describe('whatever waits, the store answers from an index:', () => {
  test.for(Object.entries(QUESTIONS))('%s', ([, ask]) =>
    withStore(async (store) => {
      for (const line of await planOf(store, ask)) {
        expect(line).not.toMatch(/^SCAN (delivery|attempt|message|suppression)(?! USING (COVERING )?INDEX)/)
        expect(line).not.toContain('AUTOMATIC')
        expect(line).not.toContain('USE TEMP B-TREE FOR ORDER BY')
        // Without its partial index the store would walk along every delivery of the state, or of the message.
        expect(line).not.toMatch(
          /delivery USING (COVERING )?INDEX (delivery_by_state|sqlite_autoindex_delivery_2).*message_id/,
        )
      }
      expect(await planOf(store, ask)).toMatchSnapshot()
    }),
  )
})

/** Asks once with an ear at the store, and lets SQLite explain what it heard. */
async function planOf({ db }: TestStore, ask: (db: Writer) => Promise<unknown>): Promise<readonly string[]> {
  const heard: CompiledQuery[] = []
  const listener: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      heard.push(db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  await ask(db.withPlugin(listener))
  const lines: string[] = []
  for (const query of heard) {
    const explained = { ...query, sql: `EXPLAIN QUERY PLAN ${query.sql}` }
    const { rows } = await db.executeQuery<{ detail: string }>(explained)
    lines.push(...rows.map(({ detail }) => detail))
  }
  return lines
}
