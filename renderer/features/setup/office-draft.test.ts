import { describe, expect, it } from 'vitest'
import { officeProblems } from './office-draft.ts'

const COMPLETE = {
  practiceName: 'Harborview',
  zone: 'America/Los_Angeles',
  language: 'en',
  staffName: 'Elena',
  passphrase: 'four unrelated words here',
  again: 'four unrelated words here',
} as const

describe('the office form', () => {
  it('is complete', () => {
    expect(officeProblems(COMPLETE, 12)).toEqual({})
  })

  it('names each field that is missing', () => {
    expect(Object.keys(officeProblems({ ...COMPLETE, practiceName: ' ', staffName: '' }, 12))).toEqual([
      'practiceName',
      'staffName',
    ])
  })

  it('asks for a long enough passphrase, twice the same', () => {
    expect(officeProblems({ ...COMPLETE, passphrase: 'short', again: 'short' }, 12)).toHaveProperty('passphrase')
    expect(officeProblems({ ...COMPLETE, again: 'four unrelated words' }, 12)).toHaveProperty('again')
  })

  it('asks for none where the keychain keeps the key', () => {
    expect(officeProblems({ ...COMPLETE, passphrase: '', again: '' }, null)).toEqual({})
  })
})
