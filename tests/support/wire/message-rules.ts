type Fields = Readonly<Record<string, unknown>>
/** Says what is wrong with a value, or nothing. */
type Rule = (value: unknown) => string | null
type Shape = Readonly<Record<string, Rule>>

const ATTACHMENTS = ['image', 'audio', 'video', 'vcard', 'file'] as const
const SMS_TTL_SEC = [20, 604_800] as const
const MMS_TTL_SEC = [300, 259_200] as const

/**
 * What is wrong with a message, as `field: what`; an empty list when it is just as the Messages interface takes it. A field
 * that is not known there is as wrong as one that is missing. Written from the provider's pages, for tests alone.
 * Source: developer.vonage.com/en/api/messages; the limits as in Vonage's Python SDK, `vonage_messages.models`.
 */
export function messageFaults(body: unknown): readonly string[] {
  if (!isFields(body)) return ['body: no object']
  if (body['channel'] === 'sms') return shapeFaults(body, smsShape)
  if (body['channel'] !== 'mms') return ['channel: neither sms nor mms']
  const { mms: group, ...alone } = body
  const groupFaults = group === undefined ? [] : shapeFaults(group, { participants: membersRule(body) }, 'mms.')
  return [...shapeFaults(alone, mmsShape(body['message_type'])), ...groupFaults]
}

const oneOf =
  (...allowed: readonly unknown[]): Rule =>
  (value) =>
    allowed.includes(value) ? null : `not one of ${allowed.join(', ')}`

const words =
  (most: number): Rule =>
  (value) =>
    typeof value === 'string' && value.length >= 1 && value.length <= most ? null : `not 1 to ${most} characters`

const whole =
  ([least, most]: readonly [number, number]): Rule =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? null : `not ${least} to ${most}`

const optional =
  (rule: Rule): Rule =>
  (value) =>
    value === undefined ? null : rule(value)

const digits: Rule = (value) =>
  typeof value === 'string' && /^[1-9]\d{4,14}$/.test(value) ? null : 'not a number in digits alone'

/** Anybody must be able to fetch it; a bucket of a test's own is on this computer. */
const publicUrl: Rule = (value) => {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null
  const isLoopback = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost'
  return url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback)) ? null : 'not a public address'
}

const always: Shape = {
  channel: oneOf('sms', 'mms'),
  to: digits,
  from: digits,
  client_ref: words(100),
  webhook_url: optional(publicUrl),
  webhook_version: optional(oneOf('v1')),
}

const smsShape: Shape = {
  ...always,
  message_type: oneOf('text'),
  text: words(1000),
  ttl: whole(SMS_TTL_SEC),
  sms: (value) => shapeFaults(value, { encoding_type: oneOf('text', 'unicode', 'auto') })[0] ?? null,
}

const attachment: Shape = { url: publicUrl, caption: optional(words(2000)) }

const items: Rule = (value) => {
  if (!Array.isArray(value) || value.length < 1 || value.length > 10) return 'not 1 to 10 attachments'
  const shape = { ...attachment, type: oneOf(...ATTACHMENTS) }
  return value.flatMap((item) => shapeFaults(item, shape))[0] ?? null
}

function mmsShape(type: unknown): Shape {
  const common = { ...always, message_type: oneOf('text', 'content', ...ATTACHMENTS), ttl: whole(MMS_TTL_SEC) }
  if (type === 'text') return { ...common, text: words(1600) }
  if (type === 'content') return { ...common, content: items }
  return { ...common, [String(type)]: (value) => shapeFaults(value, attachment)[0] ?? null }
}

/** The others in a group: each once, and neither the one who is written to nor the one who writes. */
function membersRule(body: Fields): Rule {
  return (value) => {
    if (!Array.isArray(value) || value.length === 0) return 'nobody'
    if (value.some((number) => digits(number) !== null)) return 'not numbers in digits alone'
    const isTwice = new Set(value).size < value.length
    return isTwice || value.includes(body['to']) || value.includes(body['from']) ? 'somebody twice' : null
  }
}

function shapeFaults(value: unknown, shape: Shape, prefix = ''): readonly string[] {
  if (!isFields(value)) return [`${prefix}: no object`]
  const unknown = Object.keys(value).filter((name) => !(name in shape))
  const wrong = Object.entries(shape).flatMap(([name, rule]) => {
    const fault = rule(value[name])
    return fault === null ? [] : [`${prefix}${name}: ${fault}`]
  })
  return [...unknown.map((name) => `${prefix}${name}: not known`), ...wrong]
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
