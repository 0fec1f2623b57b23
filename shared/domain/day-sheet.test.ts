import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessDaySheetColumns, readDaySheetRow } from './day-sheet.ts'

const reading = { zone: 'America/Los_Angeles', dateOrder: 'month_first', allowFiction: true } as const
const headings = ['\ufeffAppt Date', 'Time', 'Patient Name', 'DOB', 'Mobile', 'Provider', 'Visit Type', 'Status']
const mapping = guessDaySheetColumns(headings)
const cells = [
  '11/24/2026',
  '9:05 AM',
  'Okafor, Danielle',
  '04/17/1988',
  '(206) 555-0142',
  'Dr. Osei',
  'Exam',
  'Scheduled',
]
const withCell = (place: number, value: string) => cells.map((cell, at) => (at === place ? value : cell))

describe('guessDaySheetColumns', () => {
  test('knows a common export, and leaves the date of birth alone', () => {
    expect(mapping).toEqual({
      date: 0,
      time: 1,
      name: 2,
      givenName: null,
      familyName: null,
      phone: 4,
      email: null,
      provider: 5,
      visitType: 6,
      status: 7,
      reference: null,
    })
  })

  test('prefers a mobile number to one at home, and separate names', () => {
    const guess = guessDaySheetColumns([
      'Birth Date',
      'Home Phone',
      'Cell Phone',
      'First Name',
      'LAST_NAME',
      'Start Time',
      'Appointment Date',
    ])
    expect(guess).toMatchObject({ phone: 2, givenName: 3, familyName: 4, time: 5, date: 6, name: null })
  })

  test('takes a heading with a word more, but not what is about something else', () => {
    const guess = guessDaySheetColumns([
      'Patient ID',
      'Patient Address',
      'Rendering Provider',
      'Patient Phone',
      'Date of Birth',
      'Date of Service',
    ])
    expect(guess).toMatchObject({ name: null, provider: 2, phone: 3, date: 5, reference: null })
  })

  test('reads Spanish headings', () => {
    const guess = guessDaySheetColumns(['Fecha', 'Hora', 'Paciente', 'Teléfono', 'Fecha de nacimiento'])
    expect(guess).toMatchObject({ date: 0, time: 1, name: 2, phone: 3 })
  })

  test('takes no column twice, and nothing from headings that mean nothing', () => {
    const heading = fc.constantFrom(
      'Date',
      'Start',
      'Name',
      'Phone',
      'Type',
      '',
      '__proto__',
      'constructor',
      'Appointment',
    )
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 12 }), (list) => {
        const places = Object.values(guessDaySheetColumns(list)).filter((place) => place !== null)
        expect(new Set(places).size).toBe(places.length)
      }),
    )
    expect(Object.values(guessDaySheetColumns(['__proto__', 'constructor', 'Notes'])).every((at) => at === null)).toBe(
      true,
    )
  })
})

describe('readDaySheetRow', () => {
  test('reads a row', () => {
    expect(readDaySheetRow(cells, mapping, reading)).toEqual({
      ok: true,
      value: {
        name: { given: 'Danielle', middle: '', family: 'Okafor' },
        isoDay: '2026-11-24',
        startsAtMs: Date.parse('2026-11-24T17:05:00Z'),
        phone: expect.objectContaining({ e164: '+12065550142' }) as unknown,
        phoneProblem: null,
        email: null,
        provider: 'Dr. Osei',
        visitType: 'Exam',
        status: 'booked',
        reference: null,
      },
    })
  })

  test('an empty or a wrong number is a problem of the number, not of the row', () => {
    expect(readDaySheetRow(withCell(4, ''), mapping, reading)).toMatchObject({
      ok: true,
      value: { phone: null, phoneProblem: { code: 'phone_empty' } },
    })
    expect(readDaySheetRow(withCell(4, '206-555-014'), mapping, reading)).toMatchObject({
      ok: true,
      value: { phone: null, phoneProblem: { code: 'phone_too_short' } },
    })
  })

  test.each([
    [2, ' ', 'name_missing', 'name'],
    [0, '', 'date_missing', 'date'],
    [0, '13/45/2026', 'date_not_valid', 'date'],
    [1, '', 'time_missing', 'time'],
    [1, '25:00', 'time_not_valid', 'time'],
  ])('cell %i as %j is refused as %s', (place, value, code, column) => {
    expect(readDaySheetRow(withCell(place, value), mapping, reading)).toEqual({
      ok: false,
      error: { code, column, value: value.trim() },
    })
  })

  test('the date and the time may stand in one cell, in either column', () => {
    const start = { ok: true, value: { startsAtMs: Date.parse('2026-11-24T22:30:00Z') } }
    const together = { ...mapping, time: null }
    expect(readDaySheetRow(withCell(0, '11/24/2026 2:30 PM'), together, reading)).toMatchObject(start)
    expect(readDaySheetRow(withCell(0, '2026-11-24T14:30:00'), together, reading)).toMatchObject(start)
    expect(readDaySheetRow(withCell(1, '11/24/2026 2:30 PM'), mapping, reading)).toMatchObject(start)
  })

  test('separate name columns are put together', () => {
    const names = { ...mapping, name: null, givenName: 2, familyName: 3 }
    const row = readDaySheetRow(['11/24/2026', '9:05 AM', 'Ana María', 'de la Cruz'], names, reading)
    expect(row).toMatchObject({ ok: true, value: { name: { given: 'Ana María', middle: '', family: 'de la Cruz' } } })
  })

  test('a cancelled appointment says so', () => {
    expect(readDaySheetRow(withCell(7, 'Cancelled'), mapping, reading)).toMatchObject({
      value: { status: 'cancelled' },
    })
  })

  test('never fails on what cells hold, and repeats no more than a little of it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 9 }), (any) => {
        expect(readDaySheetRow(any, mapping, reading).ok).toBeTypeOf('boolean')
      }),
    )
    const refused = readDaySheetRow(withCell(0, 'x'.repeat(100_000)), mapping, reading)
    expect(refused.ok ? '' : refused.error.value).toHaveLength(200)
  })
})
