import { describe, expect, it } from 'vitest'
import { contract } from '../../../../shared/ipc/contract.ts'
import { firstLineDraft, limitProblems, lineInput, withUsualLimits } from './line-draft.ts'

const kept = {
  id: '1',
  number: '+12063210100',
  name: 'Desk',
  class: '10dlc',
  campaignClass: 'a_b',
  ratePerMin: 12,
  mmsRatePerMin: 3,
  dailyCap: null,
  isDefault: true,
  isOptOutAssistOn: true,
} as const

describe('the fields of a sending number', () => {
  it('begin with the limits of a low-volume campaign, also where the office has no number yet', () => {
    const usual = {
      class: '10dlc',
      campaignClass: 'low_volume',
      ratePerMin: '75',
      mmsRatePerMin: '50',
      dailyCap: '2000',
    }
    expect(firstLineDraft(null)).toMatchObject(usual)
    expect(firstLineDraft({ ...kept, number: '', campaignClass: null })).toMatchObject(usual)
  })

  it('keep what was set', () => {
    expect(firstLineDraft(kept)).toMatchObject({
      number: kept.number,
      ratePerMin: '12',
      mmsRatePerMin: '3',
      dailyCap: '',
    })
  })

  it('take the limits of another class', () => {
    const tollFree = withUsualLimits({ ...firstLineDraft(null), class: 'toll_free' })
    expect(tollFree).toMatchObject({ ratePerMin: '180', dailyCap: '' })
    expect(lineInput(tollFree, null)).toMatchObject({ campaignClass: null, ratePerMin: 180, dailyCap: null })
  })

  it('name the limits that are no numbers', () => {
    const draft = { ...firstLineDraft(null), ratePerMin: 'fast', mmsRatePerMin: '0', dailyCap: '1.5' }
    expect(Object.keys(limitProblems(draft))).toEqual(['ratePerMin', 'mmsRatePerMin', 'dailyCap'])
    expect(limitProblems({ ...draft, ratePerMin: '1', mmsRatePerMin: '9', dailyCap: '' })).toEqual({})
  })

  it('become what the core takes', () => {
    expect(contract['lines.save'].input.safeParse(lineInput(firstLineDraft(kept), kept.id)).success).toBe(true)
  })
})
