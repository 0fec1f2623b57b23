import { expect, test } from 'vitest'
import { countLater, dueLoad, personalLoad } from '../../electron/db/repos/queue-counts.ts'
import type { LineId } from '../../shared/ids.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { withStore } from '../support/store.ts'
import { numbers, queueBroadcast } from './broadcasts.ts'
import { ADA, addOffice, BEN, LINE, queueText } from './office.ts'

const OTHER_LINE = 'another' as LineId

test('what waits on a line is counted over single people and mass texts, the due apart from the later', () =>
  withStore(async (store) => {
    const maker = { store, clock: store.clock, newId: store.newId }
    await addOffice(maker)
    const nowMs = store.clock.now()
    await queueText(maker, ADA)
    await queueText(maker, BEN, { notBeforeMs: nowMs + HOUR_MS })
    await queueBroadcast(maker, numbers(5), { segments: 2 })
    await queueBroadcast(maker, numbers(3, 5), { segments: 2, notBeforeMs: nowMs + HOUR_MS })

    expect(await dueLoad(store.db, LINE, nowMs)).toEqual({ count: 6, segments: 11 })
    expect(await personalLoad(store.db, LINE, nowMs)).toEqual({ count: 1, segments: 1 })
    expect(await countLater(store.db, LINE, nowMs)).toBe(4)
    expect(await dueLoad(store.db, OTHER_LINE, nowMs)).toEqual({ count: 0, segments: 0 })
    expect(await countLater(store.db, OTHER_LINE, nowMs)).toBe(0)
  }))
