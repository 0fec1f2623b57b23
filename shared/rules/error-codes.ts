/** What the queue does with an error of the provider. */
export type ErrorClass = 'THROTTLED' | 'ACCOUNT' | 'PERMANENT' | 'IN_DOUBT'

/** What a person can do about it; the window words each as `remedy.<name>`. */
export const ERROR_REMEDIES = [
  'wait',
  'try_later',
  'check_message',
  'check_number',
  'mark_number_bad',
  'respect_stop',
  'shorten_message',
  'check_sending_number',
  'check_account',
  'add_credit',
  'ask_provider',
  'look_up',
  'call_instead',
] as const
export type ErrorRemedy = (typeof ERROR_REMEDIES)[number]

/** One error of the provider: what it means, what the queue does, what a person can do, and where it is written. */
export interface ErrorCodeRule {
  readonly meaning: string
  readonly class: ErrorClass
  readonly remedy: ErrorRemedy
  readonly source: string
}

type Sourceless = Omit<ErrorCodeRule, 'source'>

/** Refusals and receipts of the Messages API. */
const MESSAGES = 'https://developer.vonage.com/en/api-errors/messages'
/** The same list in full, as the provider once published it; the page above is cut off after 1170 in the copy that was read. */
const MESSAGES_IN_FULL = 'https://github.com/Nexmo/nexmo-developer/pull/1191'
/** Errors that every interface of the provider shares; they have names for numbers. */
const GENERIC = 'https://developer.vonage.com/en/api-errors'
/** What the networks say in a receipt: a list of its own, in which 9 is not the 9 of the SMS interface. */
const RECEIPTS =
  'https://api.support.vonage.com/hc/en-us/articles/204014733-Vonage-SMS-Delivery-Error-Codes-and-Descriptions'

/**
 * Every error that the provider is known to give, by its code: as a refusal of a request, or later with a receipt, where
 * only the meaning and the remedy count. A code that is not here counts as permanent and is shown; it is never sent
 * again by itself. Editable data; each rule names its source.
 */
export const ERROR_CODES: { readonly asOf: string; readonly codes: Readonly<Record<string, ErrorCodeRule>> } = {
  asOf: '2026-11-25',
  codes: {
    ...from(MESSAGES, {
      '1000': throttled('Sent too fast'),
      '1010': permanent('A part of the request is missing', 'check_message'),
      '1020': permanent('A part of the request is not valid', 'check_message'),
      '1021': permanent('The tag is not valid', 'check_message'),
      '1022': permanent('The template is not valid', 'check_message'),
      '1030': inDoubt('The provider had an error of its own'),
      '1040': permanent('The number cannot be reached', 'mark_number_bad'),
      '1050': permanent('The number is barred', 'check_number'),
      '1060': account('The account is barred', 'ask_provider'),
      '1070': account('The account is out of credit', 'add_credit'),
      '1080': account('The account may not send this kind of message', 'check_account'),
      '1090': permanent('The message is too long', 'shorten_message'),
      '1100': inDoubt('The provider could not reach the carrier'),
      '1120': permanent('The sending number is not allowed', 'check_sending_number'),
      '1130': permanent('The time to live is not valid', 'check_message'),
      '1140': account('The account lacks a facility', 'check_account'),
      '1150': permanent('The message class is not valid', 'check_message'),
      '1160': permanent('A trial account may text only numbers on its list', 'check_account'),
      '1170': permanent('The number is missing or not valid', 'check_number'),
    }),
    ...from(MESSAGES_IN_FULL, {
      '1110': account('The signature is not valid', 'check_account'),
      '1180': permanent('The phone was off or out of reach', 'try_later'),
      '1190': permanent('The number is no longer in use', 'mark_number_bad'),
      '1200': permanent('The number is being moved between carriers', 'call_instead'),
      '1210': permanent('A filter of the carrier took it for spam', 'check_message'),
      '1220': permanent('The phone was busy', 'try_later'),
      '1230': permanent('The network failed', 'try_later'),
      '1240': permanent('The person has told the network STOP', 'respect_stop'),
      '1241': permanent('Too many messages to this number', 'try_later'),
      '1250': permanent('No route to the number', 'check_number'),
      '1260': permanent('The number cannot be reached', 'check_number'),
      '1270': permanent('The carrier keeps such content from young people', 'call_instead'),
      '1280': permanent('The carrier blocks the number', 'call_instead'),
      '1290': permanent('The person’s prepaid credit is used up', 'call_instead'),
      '1300': permanent('The number does not belong to the network', 'check_number'),
      '1310': permanent('The phone cannot show such a message', 'call_instead'),
      '1320': permanent('The message was sent before', 'look_up'),
      '1330': permanent('The carrier gave no reason', 'check_number'),
      '1340': permanent('The time for an answer is over', 'call_instead'),
      '1360': permanent('Its time was over before it arrived', 'try_later'),
    }),
    ...from(GENERIC, {
      'low-balance': account('The account is out of credit', 'add_credit'),
      'out-of-credit': account('The account is out of credit', 'add_credit'),
      unauthorized: account('The key or the secret is wrong', 'check_account'),
      forbidden: account('The account may not do this', 'check_account'),
      unprovisioned: account('The account has no access to this service', 'check_account'),
      'account-suspended': account('The account is suspended', 'ask_provider'),
      'jwt-expired': account('The signature is too old; this computer’s clock may be wrong', 'check_account'),
      'jwt-revoked': account('The signature was revoked', 'check_account'),
      'invalid-api-key': account('The key is not known', 'check_account'),
      'invalid-signature': account('The signature is not valid', 'check_account'),
      'invalid-params': permanent('A part of the request is not valid', 'check_message'),
      'not-found': permanent('What was asked for does not exist', 'check_message'),
    }),
    ...from(RECEIPTS, {
      '1': permanent('The network gave no reason', 'check_number'),
      '2': permanent('The phone was off or out of reach', 'try_later'),
      '3': permanent('The number is no longer in use', 'mark_number_bad'),
      '4': permanent('The person has barred such messages', 'call_instead'),
      '5': permanent('The number is being moved between carriers', 'call_instead'),
      '6': permanent('A filter of the carrier took it for spam', 'check_message'),
      '7': permanent('The phone was busy', 'try_later'),
      '8': permanent('The network failed', 'try_later'),
      '9': permanent('The person has told the network STOP', 'respect_stop'),
      '10': permanent('A part of the message is not valid', 'check_message'),
      '11': permanent('No route to the number', 'check_number'),
      '12': permanent('The number cannot be reached', 'check_number'),
      '13': permanent('The carrier keeps such content from young people', 'call_instead'),
      '14': permanent('The carrier blocks the number', 'call_instead'),
      '15': permanent('The person’s prepaid credit is used up', 'call_instead'),
      '99': permanent('The network failed in a way of its own', 'try_later'),
    }),
  },
}

/** What a person can do about a code; to call is right where nothing is known of it. */
export function remedyOf(code: string | null): ErrorRemedy {
  return ERROR_CODES.codes[code ?? '']?.remedy ?? 'call_instead'
}

function from(source: string, codes: Readonly<Record<string, Sourceless>>): Readonly<Record<string, ErrorCodeRule>> {
  return Object.fromEntries(Object.entries(codes).map(([code, rule]) => [code, { ...rule, source }]))
}

function permanent(meaning: string, remedy: ErrorRemedy): Sourceless {
  return { meaning, class: 'PERMANENT', remedy }
}

function account(meaning: string, remedy: ErrorRemedy): Sourceless {
  return { meaning, class: 'ACCOUNT', remedy }
}

function throttled(meaning: string): Sourceless {
  return { meaning, class: 'THROTTLED', remedy: 'wait' }
}

function inDoubt(meaning: string): Sourceless {
  return { meaning, class: 'IN_DOUBT', remedy: 'look_up' }
}
