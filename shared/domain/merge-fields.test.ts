import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MERGE_FIELDS, mergeFieldsIn, renderBody } from './merge-fields.ts'

const values = { first_name: 'Ana', appointment_time: '9:05 AM', provider: 'Dr. Osei' }

describe('renderBody', () => {
  test('fills in what it knows', () => {
    expect(renderBody('Hi {first_name}, see you at {appointment_time}, {first_name}.', values)).toEqual({
      ok: true,
      value: 'Hi Ana, see you at 9:05 AM, Ana.',
    })
  })

  test('a value is text and is never read again', () => {
    const hostile = { ...values, first_name: '{provider} {{x}} $& $1' }
    expect(renderBody('Hi {first_name}', hostile)).toEqual({ ok: true, value: 'Hi {provider} {{x}} $& $1' })
  })

  test.each([
    ['{frist_name}', 'frist_name'],
    ['{First_Name}', 'First_Name'],
    ['{first name}', 'first name'],
    ['{constructor}', 'constructor'],
    ['{__proto__}', '__proto__'],
    ['{{first_name}}', '{{first_name}}'],
    ['{{constructor}}', '{{constructor}}'],
    ["{{constructor.constructor('return 1')()}}", "{{constructor.constructor('return 1')()}}"],
    ['{first_{last_name}}', '{last_name}}'],
    ['{{{first_name}', '{{{first_name}'],
  ])('refuses %s', (body, field) => {
    expect(renderBody(body, values)).toEqual({ ok: false, error: { code: 'merge_field_unknown', field } })
  })

  test.each([{}, { first_name: undefined }, { first_name: '' }, { first_name: ' \n' }])(
    'refuses an empty value %j',
    (given) => {
      expect(renderBody('Hi {first_name}', given)).toEqual({
        ok: false,
        error: { code: 'merge_field_empty', fields: ['first_name'] },
      })
    },
  )

  test('names every field without a value, each once, and an unknown one before them', () => {
    const body = 'Hi {first_name}, {appointment_day}, {appointment_time}, {provider}, {appointment_day}'
    expect(renderBody(body, { first_name: 'Ana', provider: ' ' })).toEqual({
      ok: false,
      error: { code: 'merge_field_empty', fields: ['appointment_day', 'appointment_time', 'provider'] },
    })
    expect(renderBody('{first_name} {frist_name}', {})).toMatchObject({ error: { code: 'merge_field_unknown' } })
  })

  test('what every object inherits is no value', () => {
    const inherited = Object.create({ first_name: 'Mallory' }) as Record<string, string>
    expect(renderBody('{first_name}', inherited)).toMatchObject({ ok: false, error: { code: 'merge_field_empty' } })
  })

  test.each(['a { b', 'a } b', '{}', '{ }', '{;', ':-}', '{{}}'])('leaves %s as text', (body) => {
    expect(renderBody(body, {})).toEqual({ ok: true, value: body })
  })

  test('a text without braces stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const body = text.replace(/[{}]/g, '')
        expect(renderBody(body, values)).toEqual({ ok: true, value: body })
      }),
    )
  })

  test('whatever the braces, the answer holds no field any more and the code runs to its end', () => {
    const piece = fc.constantFrom('{', '}', ...MERGE_FIELDS, 'x', ' ', '{first_name}')
    const all = Object.fromEntries(MERGE_FIELDS.map((field) => [field, 'value']))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const rendered = renderBody(pieces.join(''), all)
        if (rendered.ok) expect(mergeFieldsIn(rendered.value)).toEqual([])
      }),
    )
  })

  test('ten thousand fields are no burden', () => {
    expect(renderBody('{first_name}'.repeat(10_000), values)).toEqual({ ok: true, value: 'Ana'.repeat(10_000) })
    expect(renderBody('{'.repeat(100_000), values).ok).toBe(true)
  })
})

test('mergeFieldsIn lists each field once', () => {
  expect(mergeFieldsIn('{provider} {first_name} {provider} {nope} {{last_name}}')).toEqual(['provider', 'first_name'])
})
