import { expect, test } from 'vitest'
import { latestAuditEvents } from '../../electron/db/repos/audit-events.ts'
import { DAY_MS } from '../../shared/time.ts'
import { officeHoursClock, withCore } from '../support/core.ts'
import { withDesk } from '../support/desk.ts'

const seattle = officeHoursClock()
const yesterday = { now: () => seattle.now() - DAY_MS }

test('a date older than the last one seen is the first thing that needs a person, until one says that it is right', () =>
  withCore(async (core) => {
    await core.until('queue.status', {}, ({ connection }) => connection === 'online')
    await core.restart({ clock: yesterday })
    const [first] = (await core.until('today.get', {}, ({ needs }) => needs[0]?.kind === 'clock')).needs
    expect(first).toEqual({ kind: 'clock', count: 1, target: null, names: [] })
    const status = await core.ask('queue.trustClock', {})
    expect(status).toMatchObject({ clockQuestion: null })
    expect(status.holds).not.toContain('clock')
    expect((await core.ask('today.get', {})).needs.map(({ kind }) => kind)).not.toContain('clock')
  }))

test('who said that the date is right is kept', () =>
  withDesk(async ({ handlers, services }) => {
    await handlers['queue.trustClock']?.({}, { caller: 'window' })
    expect(await latestAuditEvents(services.store.db, 1)).toMatchObject([
      { action: 'queue.trustClock', staffId: services.staffId() },
    ])
  }))
