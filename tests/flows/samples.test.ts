import { expect, it } from 'vitest'
import { addDays, isoDay } from '../../shared/time.ts'
import { withCore } from '../support/core.ts'

it('the practice desk hands out sheets that its own door takes in, and a day sheet for tomorrow', async () => {
  await withCore(async (core) => {
    const { files } = await core.ask('samples.forms', {})
    const { added, refused } = await core.ask('forms.add', { files })
    expect(refused).toEqual([])
    expect(added.length).toBe(files.length + 1)

    const preview = await core.ask('daySheets.open', await core.ask('samples.daySheet', {}))
    const tomorrow = addDays(isoDay(core.clock.now(), 'America/Los_Angeles'), 1)
    expect(preview.days.map((day) => day.isoDay)).toEqual([tomorrow])
    expect(preview.goodCount).toBeGreaterThan(15)
  })
})

it('an office has no samples', async () => {
  await withCore(async (core) => {
    await core.ask('setup.createOffice', {
      practiceName: 'Pier Dental',
      zone: 'America/New_York',
      language: 'en',
      staffName: 'Ruth',
      passphrase: 'a long walk by the harbor',
    })
    expect(await core.call('samples.forms', {})).toEqual({ ok: false, error: { code: 'practice_only' } })
    expect(await core.call('samples.daySheet', {})).toEqual({ ok: false, error: { code: 'practice_only' } })
  })
})
