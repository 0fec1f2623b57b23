import { expect, it } from 'vitest'
import { accountInput, fieldOfError, firstAccountDraft } from './account-draft.ts'

const kept = {
  isSet: true,
  apiKeyEnd: '1234',
  applicationId: 'app',
  hasPrivateKey: true,
  inbound: 'reports',
  checkedAtMs: null,
  isReal: false,
  realSinceMs: null,
  realByName: null,
} as const

it('leaves what is kept where its field is empty', () => {
  expect(accountInput(firstAccountDraft(kept))).toEqual({
    apiKey: null,
    apiSecret: null,
    applicationId: 'app',
    privateKey: null,
    inbound: 'reports',
  })
})

it('shows an error under the field it is about, and elsewhere where it is about none', () => {
  expect(fieldOfError('private_key_not_valid')).toBe('privateKey')
  expect(fieldOfError('disk_full')).toBeUndefined()
})
