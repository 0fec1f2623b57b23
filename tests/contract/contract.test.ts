import { describe, expect, it } from 'vitest'
import { completeHandlers } from '../../electron/desk/desk-handlers.ts'
import { joinHandlers } from '../../electron/desk/handler-table.ts'
import type { Handler, Handlers } from '../../electron/ipc/router.ts'
import { contract } from '../../shared/ipc/contract.ts'
import type { MethodName } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import { withCore } from '../support/core.ts'
import type { TestCore } from '../support/core.ts'
import { pngFile } from '../support/form-files.ts'
import { HOSTILE } from './hostile-inputs.ts'
import { VALID_INPUTS } from './valid-inputs.ts'

const METHODS = Object.keys(contract) as readonly MethodName[]
/** Asks, and says what is wrong with the answer; null when nothing is. */
async function faultOf(core: TestCore, method: MethodName, input: unknown): Promise<string | null> {
  const takes = contract[method].input.safeParse(input).success
  const answer = await core.callAnything(method, input)
  if (!answer.ok) {
    if (answer.error.code === 'unexpected') return 'an unexpected error'
    return !takes && answer.error.code !== 'invalid_input' ? `refused as ${answer.error.code}` : null
  }
  if (!takes) return 'took what its schema refuses'
  const read = contract[method].output.safeParse(answer.value)
  return read.success ? null : `answered ${JSON.stringify(read.error.issues.slice(0, 2))}`
}

describe('the contract', () => {
  it('has a handler for every method, and none besides', async () => {
    await withCore(async (core) => {
      const unknown = []
      for (const method of METHODS) {
        const answer = await core.callAnything(method, null)
        if (!answer.ok && answer.error.code === 'unknown_method') unknown.push(method)
      }
      expect(unknown).toEqual([])
      for (const name of ['people.drop', '', '__proto__', 'toString', null, 7, {}, { toString: 1 }, ['people.get']]) {
        expect(await core.callAnything(name, {})).toMatchObject({ ok: false, error: { code: 'unknown_method' } })
      }
    })
  })

  it('refuses to start with a method answered twice, or by nobody', () => {
    const state: Handler<'practice.get'> = async () => ok({ name: 'P', phone: '', zone: 'UTC', language: 'en' })
    const group: Partial<Handlers> = { 'practice.get': state }
    expect(() => joinHandlers([group, { ...group }])).toThrow('Two handlers for: practice.get')
    expect(() => completeHandlers([group])).toThrow(/No handler for: practice\.update, staff\.list/)
  })

  it('is answered in its own shapes', async () => {
    await withCore(async (core) => {
      const bytes = new Uint8Array(await pngFile())
      const { added } = await core.ask('forms.add', { files: [{ name: 'a.png', bytes }] })
      const [row] = (await core.ask('people.search', { text: 'okafor', after: null, limit: 5 })).people
      const real: [MethodName, unknown][] = [
        ['forms.get', { id: added[0]?.id }],
        ['forms.page', { id: added[0]?.id }],
        ['people.get', { id: row?.id }],
      ]
      for (const [method, input] of [...Object.entries(VALID_INPUTS), ...real] as [MethodName, unknown][]) {
        expect(await faultOf(core, method, input), method).toBeNull()
      }
    })
  })

  it('refuses hostile input of every kind, as a whole and in every field', async () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(50)
    await withCore(async (core) => {
      const faults: string[] = []
      for (const method of METHODS) {
        const fields = Object.keys(VALID_INPUTS[method])
        const inputs = HOSTILE.flatMap((hostile) => [
          hostile,
          ...fields.map((field) => ({ ...VALID_INPUTS[method], [field]: hostile })),
          { ...VALID_INPUTS[method], more: hostile },
        ])
        for (const [place, input] of inputs.entries()) {
          const fault = await faultOf(core, method, input)
          if (fault !== null) faults.push(`${method} #${place}: ${fault}`)
        }
      }
      expect(faults).toEqual([])
      expect(({} as { readonly isAdmin?: unknown }).isAdmin).toBeUndefined()
    })
  }, 120_000)
})
