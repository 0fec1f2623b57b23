import { describe, expect, it } from 'vitest'
import { completeHandlers } from '../../electron/desk/desk-handlers.ts'
import { joinHandlers } from '../../electron/desk/handler-table.ts'
import type { Handler, Handlers } from '../../electron/ipc/router.ts'
import { contract } from '../../shared/ipc/contract.ts'
import type { InputOf, MethodName } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import { withCore } from '../support/core.ts'
import type { TestCore } from '../support/core.ts'
import { pngFile } from '../support/form-files.ts'
import { OFFICE_LINE, TYPED_ACCOUNT } from '../support/office-account.ts'
import { HOSTILE } from './hostile-inputs.ts'

const METHODS = Object.keys(contract) as readonly MethodName[]
const NOBODY = '01JD0000000000000000000000'
const DRAFT: InputOf<'broadcasts.preview'> = {
  audience: { kind: 'people', personIds: [NOBODY] },
  purpose: 'care',
  emergencyReason: null,
  body: 'We open at {appointment_time}.',
  whenMs: null,
}
const PERSON = { givenName: 'A', familyName: 'B', email: '', language: 'en', phone: '' } as const
const BOXES = { care: true, marketing: false, group: false }
const COLUMNS = { date: 0, time: 1, name: 2, givenName: null, familyName: null, phone: 3, email: null, provider: null }
const MAPPING = { ...COLUMNS, visitType: null, status: null, reference: null }
const CSV = new TextEncoder().encode('Date,Time,Name,Mobile\n12/01/2026,9:00 AM,"Okafor, Danielle",(206) 555-0142\n')

/** An input for every method that its schema takes. */
const VALID: { readonly [M in MethodName]: InputOf<M> } = {
  'setup.state': {},
  'setup.unlock': { secret: 'x' },
  'setup.retry': {},
  'setup.open': { desk: 'practice' },
  'setup.protection': {},
  'setup.createOffice': { practiceName: 'P', zone: 'Nowhere', language: 'en', staffName: 'S', passphrase: null },
  'practice.get': {},
  'practice.update': { phone: '(206) 555-0100' },
  'staff.list': {},
  'staff.add': { name: 'Ana' },
  'staff.signIn': { id: NOBODY },
  'preferences.get': {},
  'preferences.update': { theme: 'light' },
  'account.get': {},
  'account.save': TYPED_ACCOUNT,
  'account.test': {},
  'account.forget': {},
  'account.setReal': { isOn: true },
  'lines.list': {},
  'lines.save': { ...OFFICE_LINE, id: null },
  'lines.setDefault': { id: NOBODY },
  'forms.add': { files: [{ name: 'a.png', bytes: new Uint8Array(1) }] },
  'forms.list': {},
  'forms.get': { id: NOBODY },
  'forms.page': { id: NOBODY },
  'forms.versions': {},
  'forms.accept': {
    ...PERSON,
    id: NOBODY,
    formVersionId: NOBODY,
    agreed: BOXES,
    isSigned: true,
    signedOn: '2026-11-18',
    personId: null,
  },
  'forms.setAside': { id: NOBODY, reason: 'other', note: '' },
  'forms.reopen': { id: NOBODY },
  'people.search': { text: 'an', after: null, limit: 5 },
  'people.get': { id: NOBODY },
  'people.byPhone': { phone: '(206) 555-0111' },
  'people.save': { ...PERSON, id: null },
  'people.optOut': { e164: '+12065550199', how: 'by_phone', words: '' },
  'people.dropNumber': { personId: NOBODY, e164: '+12065550199' },
  'optOuts.settings': {},
  'optOuts.choose': { stopEnds: 'one_purpose' },
  'optOuts.evidence': { id: NOBODY },
  'optOuts.readList': { name: 'stops.csv', bytes: new Uint8Array(CSV) },
  'optOuts.importList': { name: 'stops.csv', bytes: new Uint8Array(CSV) },
  'optOuts.exportList': {},
  'daySheets.open': { name: 'day.csv', bytes: new Uint8Array(CSV) },
  'daySheets.remap': { importId: NOBODY, mapping: MAPPING, dateOrder: 'month_first' },
  'daySheets.import': { importId: NOBODY },
  'daySheets.cancel': { importId: NOBODY },
  'appointments.days': {},
  'appointments.onDay': { isoDay: '2026-12-01' },
  'broadcasts.preview': DRAFT,
  'broadcasts.schedule': { ...DRAFT, title: 'T', onceKey: 'a-press-of-a-button' },
  'broadcasts.list': {},
  'broadcasts.get': { id: NOBODY },
  'broadcasts.pause': { id: NOBODY },
  'broadcasts.resume': { id: NOBODY },
  'broadcasts.cancel': { id: NOBODY },
  'messages.send': {
    e164: '+12065550199',
    personId: null,
    purpose: 'care',
    emergencyReason: null,
    body: 'Hello',
    whenMs: null,
    onceKey: 'another-press-of-it',
  },
  'threads.list': {},
  'threads.get': { e164: '+12065550111' },
  'threads.markRead': { e164: '+12065550111' },
  'threads.decide': { inboundId: NOBODY, decision: 'not_stop' },
  'queue.status': {},
  'queue.list': { states: ['queued'], limit: 10 },
  'queue.pause': { isPaused: false },
  'queue.resumeLine': {},
  'deliveries.get': { id: NOBODY },
  'deliveries.cancel': { id: NOBODY },
  'deliveries.settle': { id: NOBODY, decision: 'leave' },
  'carrier.get': {},
  'carrier.set': { failPercent: 0 },
  'carrier.reply': { e164: '+12065550111', body: 'C' },
  'today.get': {},
  'samples.forms': {},
  'samples.daySheet': {},
}

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
      for (const [method, input] of [...Object.entries(VALID), ...real] as [MethodName, unknown][]) {
        expect(await faultOf(core, method, input), method).toBeNull()
      }
    })
  })

  it('refuses hostile input of every kind, as a whole and in every field', async () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(50)
    await withCore(async (core) => {
      const faults: string[] = []
      for (const method of METHODS) {
        const fields = Object.keys(VALID[method])
        const inputs = HOSTILE.flatMap((hostile) => [
          hostile,
          ...fields.map((field) => ({ ...VALID[method], [field]: hostile })),
          { ...VALID[method], more: hostile },
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
