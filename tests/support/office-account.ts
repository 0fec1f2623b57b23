import { generateKeyPairSync } from 'node:crypto'
import type { InputOf } from '../../shared/ipc/contract.ts'
import type { TestCore } from './core.ts'
import type { WireAccount } from './wire/sign-in.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** The private half of the key of {@link WIRE_ACCOUNT}'s application, as a person pastes it. */
export const PRIVATE_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string

/** An account as the strict carrier knows it. */
export const WIRE_ACCOUNT = {
  apiKey: 'abcd1234',
  apiSecret: 'S3cretWordOfTheOffice',
  applicationId: '0f4c1d2e-0000-4000-8000-00000000abcd',
  publicKey,
} as const satisfies WireAccount

/** The same account as a person enters it. */
export const TYPED_ACCOUNT: InputOf<'account.save'> = {
  apiKey: WIRE_ACCOUNT.apiKey,
  apiSecret: WIRE_ACCOUNT.apiSecret,
  applicationId: WIRE_ACCOUNT.applicationId,
  privateKey: PRIVATE_KEY,
  inbound: 'reports',
}

export const OFFICE_NUMBER = '+12063210100'
export const OFFICE_PASSPHRASE = 'a long walk by the harbor'

/** An office, as a person sets it up. */
export const NEW_OFFICE: InputOf<'setup.createOffice'> = {
  practiceName: 'Pier Dental',
  zone: 'America/Los_Angeles',
  language: 'en',
  staffName: 'June Park',
  passphrase: OFFICE_PASSPHRASE,
}

/** A line with the office's number. */
export const OFFICE_LINE: Omit<InputOf<'lines.save'>, 'id'> = {
  number: '(206) 321-0100',
  name: 'Front desk',
  class: '10dlc',
  campaignClass: 'low_volume',
  ratePerMin: 6_000,
  mmsRatePerMin: 50,
  dailyCap: 2_000,
  isOptOutAssistOn: false,
}

/** A message that goes to anybody at any hour. */
export function urgentText(e164: string, body = 'The office is closed today.'): InputOf<'messages.send'> {
  const onceKey = `a press for ${e164} ${body}`.slice(0, 64)
  return { e164, personId: null, purpose: 'emergency', emergencyReason: 'A burst pipe', body, whenMs: null, onceKey }
}

/** Sets up an office with a number and an account; nobody has switched real phones on yet. */
export async function setUpOffice(
  core: Pick<TestCore, 'ask'>,
  changes: Partial<InputOf<'account.save'>> = {},
): Promise<string> {
  await core.ask('setup.createOffice', NEW_OFFICE)
  const { lines } = await core.ask('lines.list', {})
  const id = lines[0]?.id ?? ''
  await core.ask('lines.save', { ...OFFICE_LINE, id })
  await core.ask('account.save', { ...TYPED_ACCOUNT, ...changes })
  return id
}
