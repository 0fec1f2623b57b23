import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../rules/error-codes.ts'
import { classifyAnswer, classifyNoAnswer } from './send-outcome.ts'
import type { ProviderAnswer } from './send-outcome.ts'

const UUID = '5d00604f-6f0c-4d6b-8a4e-0c1f3b6e9a77'
const answer = (facts: Partial<ProviderAnswer>): ProviderAnswer => ({
  status: 202,
  contentType: 'application/json',
  body: '',
  retryAfter: null,
  ...facts,
})
const problem = (code: number | string, title: number | string = 'Refused') =>
  JSON.stringify({
    type: `https://developer.vonage.com/api-errors/messages#${code}`,
    title,
    detail: 'd',
    instance: 'i',
  })
const asProblem = { contentType: 'application/problem+json' }

describe('classifyAnswer', () => {
  test('accepted is 202 with a uuid', () => {
    expect(classifyAnswer(answer({ body: `{"message_uuid":"${UUID}"}` }))).toEqual({ class: 'ACCEPTED', uuid: UUID })
  })

  test.each([
    ['202 without a body', { body: '' }, 'no_uuid'],
    ['202 cut in half', { body: `{"message_uuid":"${UUID.slice(0, 8)}` }, 'no_uuid'],
    ['202 with another uuid', { body: '{"message_uuid":"yes"}' }, 'no_uuid'],
    ['202 with a uuid and more', { body: `{"message_uuid":"${UUID} "}` }, 'no_uuid'],
    ['202 null', { body: 'null' }, 'no_uuid'],
    ['200 with a uuid', { status: 200, body: `{"message_uuid":"${UUID}"}` }, 'http_200'],
    ['200 of a captive portal', { status: 200, contentType: 'text/html', body: '<html>' }, 'http_200'],
    ['204', { status: 204 }, 'http_204'],
    ['302', { status: 302 }, 'http_302'],
    ['307', { status: 307 }, 'http_307'],
    ['408', { status: 408, ...asProblem, body: problem(1020) }, 'http_408'],
    ['500', { status: 500, ...asProblem, body: problem(1020) }, 'http_500'],
    ['503 as HTML', { status: 503, contentType: 'text/html', body: '<html>' }, 'http_503'],
    ['422 with 1030', { status: 422, ...asProblem, body: problem(1030) }, 'code_1030'],
    ['422 with 1100', { status: 422, ...asProblem, body: problem(1100) }, 'code_1100'],
  ])('%s is in doubt', (_, facts, cause) => {
    expect(classifyAnswer(answer(facts))).toMatchObject({ class: 'IN_DOUBT', cause })
  })

  test.each([
    ['7', { class: 'THROTTLED', retryAfterMs: 7000 }],
    ['0', { class: 'THROTTLED', retryAfterMs: 1000 }],
    ['soon', { class: 'THROTTLED' }],
    [null, { class: 'THROTTLED' }],
  ])('429 with Retry-After %j', (retryAfter, outcome) => {
    expect(classifyAnswer(answer({ status: 429, retryAfter }))).toEqual(outcome)
  })

  test('code 1000 is too fast under any 4xx', () => {
    const facts = { status: 422, ...asProblem, body: problem(1000), retryAfter: '3' }
    expect(classifyAnswer(answer(facts))).toEqual({ class: 'THROTTLED', retryAfterMs: 3000 })
  })

  test.each([
    ['401', { status: 401, body: 'no' }, 'credentials'],
    ['403', { status: 403, ...asProblem, body: problem('forbidden') }, 'credentials'],
    ['402', { status: 402, ...asProblem, body: problem(1070) }, 'no_credit'],
    ['404 of a gateway', { status: 404, contentType: null, body: '' }, 'not_the_provider'],
    ['407 of a proxy', { status: 407, contentType: 'text/html', body: '<html>' }, 'not_the_provider'],
    ['404 with the JSON of somebody else', { status: 404, body: '{"error":"nope"}' }, 'not_the_provider'],
    ['404 with a broken problem', { status: 404, ...asProblem, body: '{"type":' }, 'not_the_provider'],
    ['404 with HTML called JSON', { status: 404, body: '<html>' }, 'not_the_provider'],
    ['422 out of credit', { status: 422, ...asProblem, body: problem(1070) }, 'no_credit'],
    ['422 barred', { status: 422, ...asProblem, body: problem(1060) }, 'refused'],
    ['422 not enabled', { status: 422, ...asProblem, body: problem(1080) }, 'refused'],
    ['422 facility', { status: 422, ...asProblem, body: problem(1140) }, 'refused'],
    ['409 unheard of', { status: 409, ...asProblem, body: problem(9999) }, 'refused'],
  ])('%s pauses the line', (_, facts, cause) => {
    expect(classifyAnswer(answer(facts))).toMatchObject({ class: 'ACCOUNT', cause })
  })

  test.each([400, 404, 422])('%i in the format of the provider refuses this message', (status) => {
    expect(classifyAnswer(answer({ status, ...asProblem, body: problem(1120) }))).toEqual({
      class: 'PERMANENT',
      httpStatus: status,
      code: '1120',
      title: 'Refused',
    })
  })

  test('an unknown code is permanent and is shown', () => {
    const outcome = classifyAnswer(answer({ status: 422, ...asProblem, body: problem(4242) }))
    expect(outcome).toMatchObject({ class: 'PERMANENT', code: '4242' })
  })

  test('a code may stand in the title', () => {
    const body = JSON.stringify({ type: 'https://developer.vonage.com/api-errors', title: 1050 })
    expect(classifyAnswer(answer({ status: 422, body }))).toMatchObject({ class: 'PERMANENT', code: '1050' })
  })

  test('no answer at all is taken for accepted but 202 with a uuid, and none throws', () => {
    const anyAnswer = fc.record({
      status: fc.integer({ min: 100, max: 599 }),
      contentType: fc.constantFrom(null, 'application/json', 'application/problem+json; charset=utf-8', 'text/html'),
      body: fc.oneof(fc.string(), fc.json(), fc.constant(`{"message_uuid":"${UUID}"}`), fc.constant(problem(1020))),
      retryAfter: fc.option(fc.string()),
    })
    fc.assert(
      fc.property(anyAnswer, (any) => {
        const outcome = classifyAnswer(any)
        expect(outcome.class === 'ACCEPTED').toBe(any.status === 202 && any.body.includes(UUID))
        // What may go out again by itself must be a refusal that the other side spoke out.
        if (outcome.class === 'THROTTLED' || outcome.class === 'ACCOUNT') expect(Math.floor(any.status / 100)).toBe(4)
      }),
    )
  })

  test('every code of the table leads to its class', () => {
    for (const [code, rule] of Object.entries(ERROR_CODES.codes)) {
      const outcome = classifyAnswer(answer({ status: 422, ...asProblem, body: problem(code) }))
      expect([code, outcome.class]).toEqual([code, rule.class])
    }
  })
})

describe('classifyNoAnswer', () => {
  test('nothing was sent where no connection stood', () => {
    expect(classifyNoAnswer({ hasWrittenHeaders: false, errorCode: 'ECONNREFUSED' })).toEqual({
      class: 'NOT_SENT',
      cause: 'ECONNREFUSED',
    })
  })

  test.each([
    [true, 'ECONNREFUSED'],
    [false, 'ECONNRESET'],
    [false, 'UND_ERR_SOCKET'],
    [false, undefined],
    [true, undefined],
  ])('headers written: %s, %s: in doubt', (hasWrittenHeaders, errorCode) => {
    expect(classifyNoAnswer({ hasWrittenHeaders, errorCode }).class).toBe('IN_DOUBT')
  })
})
