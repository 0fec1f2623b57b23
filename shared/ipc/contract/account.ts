import { z } from 'zod'
import { read, write } from '../method.ts'
import { id, instant, nothing } from './common.ts'

/**
 * How the office knows of answers: it reads the provider's book; it waits for the provider's webhooks alone; or it hears
 * none. In the last two a STOP may go by, and the office relies on the provider's opt-out service too.
 */
export const inboundSource = z.enum(['reports', 'webhook', 'none'])

/** What is kept of the sending account, without anything secret in it. */
export const accountState = z.object({
  isSet: z.boolean(),
  /** The last four characters of the API key, by which a person knows it again. */
  apiKeyEnd: z.string().nullable(),
  applicationId: z.string().nullable(),
  hasPrivateKey: z.boolean(),
  inbound: inboundSource,
  /** When a test of the connection went well last. */
  checkedAtMs: instant.nullable(),
  /** True while messages go to real phones; somebody switched that on. */
  isReal: z.boolean(),
  realSinceMs: instant.nullable(),
  realByName: z.string().nullable(),
})

/** How each part of a test of the connection ended. */
export const accountTest = z.object({
  /** `account`: the provider refuses the key or its use of Reports. `unread`: this office does not read the book. */
  reports: z.enum(['ok', 'unread', 'offline', 'account', 'throttled', 'garbled']),
  /** `none`: no application is set, and messages are signed by key and secret. */
  signing: z.enum(['ok', 'none', 'broken']),
  isWell: z.boolean(),
})

export const lineClass = z.enum(['10dlc', 'toll_free', 'short_code'])
export const campaignClass = z.enum(['a_b', 'c_d', 'e_f', 'low_volume', 'sole_proprietor'])

const perMin = z.number().int().min(1).max(10_000)

const lineFields = z.object({
  /** A number as people write it, or a short code. */
  number: z.string().max(40),
  name: z.string().max(60),
  class: lineClass,
  /** What a ten-digit number was registered for; null for the others. */
  campaignClass: campaignClass.nullable(),
  /** Segments a minute. */
  ratePerMin: perMin,
  mmsRatePerMin: perMin,
  /** Segments that T-Mobile takes in a day; null where there is no cap. */
  dailyCap: z.number().int().min(1).max(1_000_000).nullable(),
  /** The provider answers STOP and keeps the block by itself on this number. */
  isOptOutAssistOn: z.boolean(),
})

/** A sending number. Its `number` is E.164 or a short code, and empty where none is entered yet. */
export const lineRow = lineFields.extend({ id, isDefault: z.boolean() })

export const accountMethods = {
  'account.get': read(nothing, accountState),
  /** Keeps an account. A secret that is null stays as it is; for another key its secret must be given. */
  'account.save': write(
    z.strictObject({
      apiKey: z.string().max(80).nullable(),
      apiSecret: z.string().max(200).nullable(),
      applicationId: z.string().max(80).nullable(),
      /** PEM text. */
      privateKey: z.string().max(20_000).nullable(),
      inbound: inboundSource,
    }),
    accountState,
  ),
  /** Asks the provider for a minute of its book and signs something here. Nothing is sent to anybody. */
  'account.test': write(nothing, accountTest),
  /** Takes the account out of the store; messages wait from then on. */
  'account.forget': write(nothing, accountState),
  /** Lets messages go to real phones, or holds them back. */
  'account.setReal': write(z.strictObject({ isOn: z.boolean() }), accountState),
  'lines.list': read(nothing, z.object({ lines: z.array(lineRow) })),
  /** Adds a number where `id` is null. A number that is entered stays; another one is another line. */
  'lines.save': write(lineFields.extend({ id: id.nullable() }).strict(), lineRow),
  /** Says by which number new messages leave. */
  'lines.setDefault': write(z.strictObject({ id }), lineRow),
} as const
