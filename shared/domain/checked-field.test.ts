import { describe, expect, it } from 'vitest'
import { checkedFields, signatureMark } from './checked-field.ts'
import type { BoxReading, FieldReading, SheetReading } from './form-reading.ts'

const field = (text: string): FieldReading => ({ text, confidence: 1, cells: [] })
const box = (mark: BoxReading['mark']): BoxReading => ({ mark, confidence: 0.99, doubt: null })
const READING: SheetReading = {
  formCode: 'EN-1',
  serial: '1',
  fields: { first_name: field('DANIELLE'), mobile: field('2065550155'), signed_on: field('2026-11-18') },
  boxes: { care: box('ticked'), marketing: box('unclear'), group: box('empty') },
  signature: { isPresent: true, confidence: 0.6 },
  model: 'characters-1',
  tookMs: 1,
}
const SAVED = {
  givenName: 'Danielle',
  familyName: 'Okafor',
  phone: '(206) 555-0155',
  email: '',
  agreed: { care: true, marketing: true, group: false },
  isSigned: true,
  signedOn: '2026-11-18',
}
const changed = (saved: Partial<typeof SAVED>, reading: SheetReading | null = READING) =>
  checkedFields(reading, { ...SAVED, ...saved }, 'MMDDYYYY').flatMap((one) => (one.isChanged ? [one.field] : []))

describe('what a person changed of a reading', () => {
  it('is nothing where only capitals and grouping differ, and where what was unclear was decided', () => {
    expect(changed({})).toEqual([])
  })

  it('is each field that was saved otherwise than it was read', () => {
    expect(changed({ givenName: 'Daniela', phone: '2065550156', signedOn: '2026-11-19' })).toEqual([
      'given_name',
      'phone',
      'signed_on',
    ])
  })

  it('is a tick that was not believed, and a Yes where nothing was seen', () => {
    expect(changed({ agreed: { care: false, marketing: false, group: true } })).toEqual(['care', 'group'])
  })

  it('is nothing on a sheet that nobody read but the person, with nothing as what was read', () => {
    expect(changed({}, null)).toEqual([])
    expect(checkedFields(null, SAVED, '').map(({ read }) => read)).toEqual(Array(9).fill(null))
  })
})

it('calls a signature unclear unless it is surely there or surely missing', () => {
  expect(signatureMark({ isPresent: true, confidence: 0.95 })).toBe('signed')
  expect(signatureMark({ isPresent: false, confidence: 0.95 })).toBe('not_signed')
  expect(signatureMark({ isPresent: true, confidence: 0.6 })).toBe('unclear')
})
