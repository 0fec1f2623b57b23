import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../shared/ipc/contract.ts'
import { type TestCore, withCore } from '../support/core.ts'
import { pretendedKeychain } from '../support/keychain.ts'
import { OFFICE_LINE, OFFICE_NUMBER, setUpOffice, urgentText, WIRE_ACCOUNT } from '../support/office-account.ts'
import { startWireCarrier, type WireCarrier } from '../support/wire-carrier.ts'

const ADA = '+12063210142'

let carrier: WireCarrier
beforeEach(async () => {
  carrier = await startWireCarrier({ account: WIRE_ACCOUNT })
})
afterEach(() => carrier.close())

/** A core with an empty office, whose provider is the strict carrier. */
function withOffice(use: (core: TestCore) => Promise<void>): Promise<void> {
  return withCore(use, { providerUrl: carrier.url, keychain: pretendedKeychain() })
}

describe('sending numbers', () => {
  test('are entered once and used differently later', () =>
    withOffice(async (core) => {
      const id = await setUpOffice(core)
      const changed = { ...OFFICE_LINE, id, name: 'Desk', campaignClass: 'a_b', dailyCap: null } as const
      expect(await core.ask('lines.save', changed)).toMatchObject({
        number: OFFICE_NUMBER,
        name: 'Desk',
        dailyCap: null,
      })
      expect(await core.call('lines.save', { ...changed, number: '(206) 321-0199' })).toMatchObject({
        error: { code: 'line_number_stays' },
      })
    }))

  test('may be several, of which one is for new messages', () =>
    withOffice(async (core) => {
      const first = await setUpOffice(core)
      const code = { ...OFFICE_LINE, id: null, number: '72727', class: 'short_code' } as const
      const added = await core.ask('lines.save', code)
      expect(added).toMatchObject({ number: '72727', campaignClass: null, isDefault: false })
      expect(await core.ask('lines.setDefault', { id: added.id })).toMatchObject({ isDefault: true })
      const { lines } = await core.ask('lines.list', {})
      expect(lines.map(({ id, isDefault }) => [id, isDefault])).toEqual([
        [first, false],
        [added.id, true],
      ])
      await core.ask('account.setReal', { isOn: true })
      await core.ask('messages.send', urgentText(ADA))
      await core.until('queue.status', {}, () => carrier.accepted.length === 1)
      expect(carrier.accepted).toMatchObject([{ from: '72727' }])
    }))

  const wrong: readonly [Partial<InputOf<'lines.save'>>, string][] = [
    [{ number: '12' }, 'phone_too_short'],
    [{ number: '' }, 'phone_empty'],
    [{ number: '(206) 555-0100' }, 'phone_fictional'],
    [{ number: '(800) 321-0100' }, 'line_class_wrong'],
    [{ class: 'toll_free' }, 'line_class_wrong'],
    [{ class: 'short_code', number: '123' }, 'short_code_not_valid'],
    [{ number: '206 321 0100' }, 'line_exists'],
    [{ id: 'nobody' }, 'not_found'],
  ]
  test('are refused with the reason', () =>
    withOffice(async (core) => {
      await setUpOffice(core)
      for (const [changes, code] of wrong) {
        const typed = { ...OFFICE_LINE, id: null, number: '(206) 321-0199', ...changes }
        expect([changes, await core.call('lines.save', typed)]).toMatchObject([changes, { error: { code } }])
      }
    }))
})
