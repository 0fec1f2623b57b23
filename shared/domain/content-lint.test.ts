import { expect, test } from 'vitest'
import { lintBody } from './content-lint.ts'

test.each([
  ['PLEASE CALL US TODAY', 'all_caps', 'PLEASE'],
  ['See https://bit.ly/3xY', 'short_link', 'bit.ly'],
  ['See tinyurl.com/abc', 'short_link', 'tinyurl.com'],
  ['See http://example.org/a', 'link_not_secure', 'http://example.org/a'],
  ['Your HIV test is ready', 'diagnosis_word', 'hiv'],
  ['Su cita de quimioterapia', 'diagnosis_word', 'quimioterapia'],
  ['Diagnóstico listo', 'diagnosis_word', 'diagnostico'],
  ['Your lab results: lab result ready', 'diagnosis_word', 'lab result'],
  ['New CBD cream in stock', 'refused_word', 'cbd'],
])('%j gets the advice %s for %j', (body, code, found) => {
  expect(lintBody(body)).toEqual([{ code, found }])
})

test.each([
  'Hi {first_name}, Dr. Osei runs 20 minutes late today. Reply C to confirm.',
  'OK! C U',
  '{first_name} {FULL_NAME_IN_CAPS} ok',
  'Mañana a las 9:05 a.m. en la clínica.',
  'See https://example.org/a and notbit.ly/abc',
  'The aide will call; cancel any time.',
  '',
])('%j gets none', (body) => {
  expect(lintBody(body)).toEqual([])
})

test('each thing is named once', () => {
  expect(lintBody('cbd, CBD, cbd! bit.ly/1 bit.ly/2')).toEqual([
    { code: 'short_link', found: 'bit.ly' },
    { code: 'refused_word', found: 'cbd' },
  ])
})
