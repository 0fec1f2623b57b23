import type { CompiledQuery, KyselyPlugin } from 'kysely'
import { describe, expect, test } from 'vitest'
import {
  begunSince,
  openBroadcasts,
  statesOfBegun,
  watchedBroadcasts,
} from '../../electron/db/repos/broadcast-turns.ts'
import { costsOfBroadcast, countStatesOfBroadcast } from '../../electron/db/repos/broadcast-counts.ts'
import { shownDeliveriesOfBroadcast } from '../../electron/db/repos/delivery-rows.ts'
import { finishAttempts, oldestUnsettledAttemptAt } from '../../electron/db/repos/attempts.ts'
import { clearNetworkWaits, moveDeliveries, ownersOfProviderUuids } from '../../electron/db/repos/deliveries.ts'
import {
  countByState,
  countLater,
  countPatient,
  dueLoad,
  waitingOfMessage,
} from '../../electron/db/repos/queue-counts.ts'
import {
  dueInLane,
  dueOfMessage,
  nextDueInLane,
  nextExpiryAt,
  nextRetryAt,
  overdueDeliveries,
  queuedOfMessage,
  waitingOfBroadcast,
} from '../../electron/db/repos/waiting-deliveries.ts'
import { heardOf, statusEventsOfDelivery } from '../../electron/db/repos/status-events.ts'
import { standingSuppressions } from '../../electron/db/repos/suppressions.ts'
import { consentEventsOf } from '../../electron/db/repos/consent-events.ts'
import type { Writer } from '../../electron/db/schema.ts'
import type { BroadcastId, DeliveryId, E164, MessageId } from '../../shared/ids.ts'
import { type TestStore, withStore } from '../support/store.ts'
import { ADA, LINE } from './office.ts'

const MESSAGE = 'm' as MessageId
const BUSY: readonly E164[] = [ADA]

/** Every question that the sender asks at each turn, and some that it asks when something happens. */
const QUESTIONS: Readonly<Record<string, (db: Writer) => Promise<unknown>>> = {
  dueInLane: (db) => dueInLane(db, { lineId: LINE, lane: 1, channels: ['sms', 'mms'], busy: BUSY, limit: 9 }, 1),
  dueOfMessage: (db) => dueOfMessage(db, { lineId: LINE, messageId: MESSAGE, busy: BUSY, limit: 9 }, 1),
  queuedOfMessage: (db) => queuedOfMessage(db, MESSAGE),
  statusEventsOfDelivery: (db) => statusEventsOfDelivery(db, 'd' as DeliveryId),
  oldestUnsettledAttemptAt: (db) => oldestUnsettledAttemptAt(db, 1),
  standingSuppressions: (db) => standingSuppressions(db, [ADA]),
  consentEventsOf: (db) => consentEventsOf(db, [ADA]),
  heardOf: (db) => heardOf(db, ['d.1'], ['u']),
  ownersOfProviderUuids: (db) => ownersOfProviderUuids(db, ['u']),
  finishAttempts: (db) =>
    finishAttempts(db, ['d.1'], { finishedAtMs: 1, outcome: 'ACCEPTED', httpStatus: null, code: null }),
  nextDueInLane: (db) => nextDueInLane(db, LINE, 1),
  nextRetryAt: (db) => nextRetryAt(db, LINE),
  nextExpiryAt: (db) => nextExpiryAt(db),
  overdueDeliveries: (db) => overdueDeliveries(db, 1, 10),
  openBroadcasts: (db) => openBroadcasts(db, LINE),
  watchedBroadcasts: (db) => watchedBroadcasts(db),
  waitingOfBroadcast: (db) => waitingOfBroadcast(db, 'b' as BroadcastId, 10),
  countStatesOfBroadcast: (db) => countStatesOfBroadcast(db, 'b' as BroadcastId),
  costsOfBroadcast: (db) => costsOfBroadcast(db, 'b' as BroadcastId),
  copiesOfBroadcast: (db) => shownDeliveriesOfBroadcast(db, 'b' as BroadcastId, { after: '', limit: 9 }),
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
      which: { id: 'd' as DeliveryId },
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

/** These sort what they find about one number or one message: a handful. */
const SORTING = new Set(['statusEventsOfDelivery', 'standingSuppressions', 'consentEventsOf'])

/** These walk along all copies of a broadcast: by the index alone, already in its order. */
const COUNTED = new Set(['countStatesOfBroadcast', 'costsOfBroadcast'])

describe('whatever waits, the store answers from an index:', () => {
  test.for(Object.entries(QUESTIONS))('%s', ([name, ask]) =>
    withStore(async (store) => {
      for (const line of await planOf(store, ask)) {
        expect(line).not.toMatch(
          /^SCAN (delivery|attempt|message|suppression|status_event)(?! USING (COVERING )?INDEX)/,
        )
        expect(line).not.toContain('AUTOMATIC')
        if (!SORTING.has(name)) expect(line).not.toContain('USE TEMP B-TREE FOR ORDER BY')
        if (COUNTED.has(name)) expect(line).not.toMatch(/TEMP B-TREE|delivery USING INDEX/)
        // Without the index that is made for it the store would walk along every delivery of the state, or of the message.
        expect(line).not.toMatch(
          /delivery USING (COVERING )?INDEX (delivery_by_state.*message_id|sqlite_autoindex_delivery_2 \(message_id=\?\))/,
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
