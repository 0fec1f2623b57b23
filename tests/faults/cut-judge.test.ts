import { expect, test } from 'vitest'
import { judgeBroadcasts, resumePlans } from '../../scripts/faults/power-cut/judge-broadcasts.ts'
import { noPromises } from '../../scripts/faults/power-cut/kept-promises.ts'
import { openDesk } from '../../electron/desk/open-desk.ts'
import { planBroadcast } from '../../electron/services/plan-broadcast.ts'
import { sql } from 'kysely'
import type { Store } from '../../electron/db/open.ts'
import { clockAtOfficeHour, deskParts } from '../../scripts/faults/desk-parts.ts'
import { inTempFolder } from '../support/store.ts'

const ORDER = {
  title: 'Closed',
  body: 'We are closed today.',
  whenMs: null,
  purpose: 'emergency',
  emergencyReason: 'Water in the building',
  onceKey: 'a press of a button',
} as const

/** Cuts a plan off right after it was ordered, spoils the store, and lets the judge plan it to the end and look. */
function judgeSpoilt(spoil: (store: Store) => Promise<unknown>) {
  return inTempFolder(async (dataDir) => {
    const parts = deskParts(dataDir, 'http://127.0.0.1:9', clockAtOfficeHour())
    const open = async () => {
      const desk = await openDesk(parts, 'practice')
      if (!desk.ok) throw new Error(desk.error.code)
      return desk.value
    }
    try {
      const desk = await open()
      const { services } = desk
      const people = await services.store.db.selectFrom('person').select('id').limit(6).execute()
      const personIds = people.map(({ id }) => id)
      const atTheEnd = { ...services, closing: AbortSignal.abort() }
      const planned = await planBroadcast(atTheEnd, { ...ORDER, mediaIds: [], audience: { kind: 'people', personIds } })
      expect(planned).toEqual({ ok: false, error: { code: 'desk_closed' } })
      await spoil(services.store)
      await desk.close()
      await resumePlans(dataDir)
      const kept = noPromises()
      kept.add({ kind: 'asked', onceKey: ORDER.onceKey, personIds })
      const after = await open()
      const damage = await judgeBroadcasts(after.services.store, kept)
      await after.close()
      return damage
    } finally {
      parts.workshop.close()
    }
  })
}

test('a plan that a power cut stopped is whole once it went on', async () => {
  expect(await judgeSpoilt(() => Promise.resolve())).toEqual([])
})

test('the judge sees that somebody is missing who was ordered for, and somebody who was not', async () => {
  const change =
    (path: string) =>
    ({ db }: Store) =>
      sql`UPDATE broadcast SET plan = json_set(plan, '$.order.audience.ids', json(${path}))`.execute(db)
  const half = [expect.objectContaining({ kind: 'half' })]
  expect(
    await judgeSpoilt(({ db }) =>
      sql`UPDATE broadcast SET plan = json_remove(plan, '$.order.audience.ids[0]')`.execute(db),
    ),
  ).toEqual(half)
  expect(await judgeSpoilt(change('[]'))).toEqual(half)
})

test('the judge sees a plan that is called done before it is', async () => {
  expect(await judgeSpoilt(({ db }) => sql`UPDATE broadcast SET stage = 'planned'`.execute(db))).toEqual([
    expect.objectContaining({ kind: 'half' }),
  ])
})
