import type { InputOf, OutputOf } from '../../../../shared/ipc/contract.ts'

type AccountState = OutputOf<'account.get'>

/** What stands in the fields of the account. Secrets that are kept are never among it: their fields begin empty. */
export interface AccountDraft {
  readonly apiKey: string
  readonly apiSecret: string
  readonly applicationId: string
  readonly privateKey: string
  readonly inbound: AccountState['inbound']
}

/** The fields as they begin. */
export function firstAccountDraft({ applicationId, inbound }: AccountState): AccountDraft {
  return { apiKey: '', apiSecret: '', applicationId: applicationId ?? '', privateKey: '', inbound }
}

/** The draft as the core takes it: an empty field of something that is kept leaves it as it is. */
export function accountInput(draft: AccountDraft): InputOf<'account.save'> {
  const given = (text: string) => (text.trim() === '' ? null : text)
  return {
    apiKey: given(draft.apiKey),
    apiSecret: given(draft.apiSecret),
    applicationId: given(draft.applicationId),
    privateKey: given(draft.privateKey),
    inbound: draft.inbound,
  }
}

const FIELD_OF_ERROR: Readonly<Record<string, keyof AccountDraft>> = {
  api_key_not_valid: 'apiKey',
  api_secret_missing: 'apiSecret',
  application_id_not_valid: 'applicationId',
  application_incomplete: 'privateKey',
  private_key_not_valid: 'privateKey',
}

/** The field that an error is about; undefined where it is about none of them. */
export function fieldOfError(code: string): keyof AccountDraft | undefined {
  return FIELD_OF_ERROR[code]
}
