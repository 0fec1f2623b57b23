import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { combOf } from './opt-in-form-layout.ts'
import { parsePhone } from './phone.ts'
import { HARBORVIEW_FORMS } from './sample-forms.ts'
import type { SampleForm, SamplePerson } from './sample-practice.ts'
import { DAY_SHEET_DAY, shiftDaySheet } from './sample-practice.ts'

const read = (name: string): string => readFileSync(new URL(`../../resources/sample/${name}`, import.meta.url), 'utf8')
const people = JSON.parse(read('people.json')) as readonly SamplePerson[]
const forms = JSON.parse(read('forms.json')) as readonly SampleForm[]
const daySheet = read('day-sheet.csv')
const rowsOf = (csv: string): readonly Record<string, string>[] =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data
const e164Of = (text: string): string => {
  const parsed = parsePhone(text, { allowFiction: true })
  return parsed.ok ? parsed.value.e164 : parsed.error.code
}

describe('shiftDaySheet', () => {
  test('moves the day of every row and changes nothing else', () => {
    const shifted = shiftDaySheet(daySheet, '2027-03-05')
    const rows = rowsOf(shifted)
    expect(rows).toHaveLength(24)
    expect(new Set(rows.map((row) => row['Appt Date']))).toEqual(new Set(['03/05/2027']))
    expect(rows.map((row) => row['DOB'])).toEqual(rowsOf(daySheet).map((row) => row['DOB']))
    expect(shifted.replaceAll('03/05/2027', DAY_SHEET_DAY)).toBe(daySheet)
  })

  test('leaves a birth date alone that falls on the same day', () => {
    expect(shiftDaySheet(`${DAY_SHEET_DAY},8:00 AM,"Doe, Jo",${DAY_SHEET_DAY},(206) 555-0100\r\n`, '2027-03-05')).toBe(
      `03/05/2027,8:00 AM,"Doe, Jo",${DAY_SHEET_DAY},(206) 555-0100\r\n`,
    )
  })

  test('leaves a row of another day alone', () => {
    const row = `12/01/2026,8:00 AM,"Doe, Jo",${DAY_SHEET_DAY},(206) 555-0100`
    expect(shiftDaySheet(row, '2027-03-05')).toBe(row)
  })

  test('refuses what is not a date', () => {
    expect(() => shiftDaySheet(daySheet, 'tomorrow')).toThrow('Not an ISO date: tomorrow')
  })
})

describe('the day sheet', () => {
  const rows = rowsOf(daySheet)

  test('has the troubles of a real one: a duplicate, a cancelled visit, numbers that cannot be texted', () => {
    const troubles = rows.map((row) => e164Of(row['Mobile'] ?? '')).filter((number) => !number.startsWith('+1'))
    expect(troubles.toSorted()).toEqual(['phone_empty', 'phone_too_short'])
    expect(rows.filter((row) => e164Of(row['Mobile'] ?? '').startsWith('+1800'))).toHaveLength(1)
    expect(rows.filter((row) => row['Status'] === 'Cancelled')).toHaveLength(1)
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(23)
  })

  test('knows its patients by the same numbers as the people and the forms', () => {
    const known = new Set([
      ...people.map(({ phone }) => e164Of(phone)),
      ...forms.map((form) => e164Of(form.mobileDigits)),
    ])
    const strangers = rows.filter((row) => !known.has(e164Of(row['Mobile'] ?? ''))).map((row) => row['Patient Name'])
    expect(strangers).toEqual(['Mwangi, Ruth', 'Kerr, Agnes'])
  })
})

describe('the people', () => {
  test('are sixty, each with a number of their own from the range for fiction', () => {
    expect(people).toHaveLength(60)
    for (const person of people) {
      const parsed = parsePhone(person.phone, { allowFiction: true })
      expect(parsed.ok && parsed.value.isFiction && parsed.value.national, person.phone).toBe(person.phone)
      expect(() => new Intl.DateTimeFormat('en', { timeZone: person.zone })).not.toThrow()
      expect(person.email ?? '@example.org').toMatch(/@(?:example\.(?:com|org)|mail\.test)$/u)
    }
    expect(new Set(people.map(({ phone }) => phone)).size).toBe(60)
    expect(people.filter(({ zone }) => zone === 'America/Phoenix').length).toBeGreaterThanOrEqual(4)
  })

  test('have the days that their story needs, in the right order', () => {
    for (const { consent, agreedDaysAgo, stoppedDaysAgo, lastName } of people) {
      expect(agreedDaysAgo === null, lastName).toBe(consent === 'none')
      expect(stoppedDaysAgo === null, lastName).toBe(consent !== 'opted_out')
      if (stoppedDaysAgo !== null) expect(stoppedDaysAgo).toBeLessThan(agreedDaysAgo ?? 0)
    }
    expect(new Set(people.map(({ consent }) => consent)).size).toBe(5)
  })
})

describe('the filled forms', () => {
  test('are written on forms that exist, and fit their cells', () => {
    for (const form of forms) {
      const layout = HARBORVIEW_FORMS.find(({ code }) => code === form.formCode)?.layout
      if (layout === undefined) throw new Error(`No form ${form.formCode}`)
      expect(form.firstName.length).toBeLessThanOrEqual(combOf(layout, 'first_name')?.cells.length ?? 0)
      expect(form.lastName.length).toBeLessThanOrEqual(combOf(layout, 'last_name')?.cells.length ?? 0)
      expect(form.email?.length ?? 0).toBeLessThanOrEqual(combOf(layout, 'email')?.cells.length ?? 0)
    }
    expect(forms).toHaveLength(7)
  })

  test('cover what a desk meets: Spanish, care alone, marketing too, not signed, a short number', () => {
    const files = (matches: (form: SampleForm) => boolean): readonly string[] =>
      forms.filter(matches).map(({ firstName }) => firstName)
    expect(files(({ formCode }) => formCode === 'ES-1')).toEqual(['MARÍA JOSÉ', 'LUIS'])
    expect(files(({ ticked }) => ticked.join() === 'care')).toEqual(['DANIELLE', 'WALTER', 'LUIS'])
    expect(files(({ ticked }) => ticked.includes('marketing'))).toEqual(['THOMAS', 'PRIYA', 'GRACE'])
    expect(files(({ isSigned }) => !isSigned)).toEqual(['PRIYA'])
    expect(files(({ mobileDigits }) => e164Of(mobileDigits) === 'phone_too_short')).toEqual(['WALTER'])
  })
})
