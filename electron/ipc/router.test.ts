import { expect, test } from 'vitest'
import { contract } from '../../shared/ipc/contract.ts'
import type { Defect } from './defect.ts'
import { createRouter } from './router.ts'
import type { CallContext, Handlers } from './router.ts'

const FROM_WINDOW: CallContext = { caller: 'window' }

/** A table in which every method answers the same way, as the core's own would if it had one answer for all. */
function tableOf(answer: (input: unknown) => unknown): Handlers {
  const entries = Object.keys(contract).map((method) => [
    method,
    (input: unknown) => Promise.resolve().then(() => answer(input)),
  ])
  return Object.fromEntries(entries) as Handlers
}

function routerOf(handlers: Handlers) {
  const defects: Defect[] = []
  const router = createRouter({ handlers, newReference: () => 'ref-1', reportDefect: (defect) => defects.push(defect) })
  return { router, defects }
}

test('a call reaches its handler parsed, and the answer comes back as it is', async () => {
  const { router } = routerOf(tableOf((input) => ({ ok: true, value: input })))
  const answer = await router.call('staff.add', { name: '  Ana Ruiz ' }, FROM_WINDOW)
  expect(answer).toEqual({ ok: true, value: { name: 'Ana Ruiz' } })
})

test('an expected failure comes back as data', async () => {
  const { router } = routerOf(tableOf(() => ({ ok: false, error: { code: 'desk_closed' } })))
  expect(await router.call('staff.list', {}, FROM_WINDOW)).toEqual({ ok: false, error: { code: 'desk_closed' } })
})

test.each([['people.nothing'], ['toString'], ['__proto__'], [undefined], [42], [{}]])(
  'there is no method %o',
  async (method) => {
    const { router } = routerOf(tableOf(() => ({ ok: true, value: null })))
    expect(await router.call(method, {}, FROM_WINDOW)).toMatchObject({ ok: false, error: { code: 'unknown_method' } })
  },
)

test('wrong input names the place and never what stood there', async () => {
  const { router } = routerOf(tableOf(() => ({ ok: true, value: null })))
  const answer = await router.call('setup.unlock', { secret: ['1234-secret'] }, FROM_WINDOW)
  expect(answer).toEqual({ ok: false, error: { code: 'invalid_input', method: 'setup.unlock', path: 'secret' } })
})

test('a programmer error becomes a reference, and its log entry holds nobody', async () => {
  const table = tableOf(() => {
    throw new TypeError('no number for Ana Ruiz, +12065550142')
  })
  const { router, defects } = routerOf(table)
  expect(await router.call('staff.list', {}, FROM_WINDOW)).toEqual({
    ok: false,
    error: { code: 'unexpected', reference: 'ref-1' },
  })
  expect(defects).toMatchObject([{ reference: 'ref-1', method: 'staff.list', name: 'TypeError' }])
  expect(JSON.stringify(defects)).not.toMatch(/Ana|2065550142/)
  expect(defects[0]?.frames.join()).toContain('router.test.ts')
})

test('a method without a handler, or a handler without a method, does not start', () => {
  const whole = tableOf(() => null)
  const { 'staff.list': _left, ...incomplete } = whole
  expect(() => routerOf(incomplete as Handlers)).toThrow('No handler for: staff.list')
  const tooMuch = { ...whole, 'staff.fire': whole['staff.list'] }
  expect(() => routerOf(tooMuch)).toThrow('No method in the contract for: staff.fire')
})
