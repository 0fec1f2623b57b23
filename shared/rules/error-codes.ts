/** What the queue does with an error of the provider. */
export type ErrorClass = 'THROTTLED' | 'ACCOUNT' | 'PERMANENT' | 'IN_DOUBT'

/** What a person can do about it; the window words it. */
export type ErrorRemedy =
  | 'wait'
  | 'check_message'
  | 'check_number'
  | 'mark_number_bad'
  | 'shorten_message'
  | 'check_sending_number'
  | 'check_account'
  | 'add_credit'
  | 'ask_provider'
  | 'look_up'

/** One error of the provider: what it means, what the queue does, what a person can do. */
export interface ErrorCodeRule {
  readonly meaning: string
  readonly class: ErrorClass
  readonly remedy: ErrorRemedy
}

/**
 * The error codes of the Messages API. A code that is not here counts as permanent and is shown; it is never sent again
 * by itself. Editable data. Source: developer.vonage.com/en/api-errors/messages.
 */
export const ERROR_CODES: {
  readonly asOf: string
  readonly source: string
  readonly codes: Readonly<Record<string, ErrorCodeRule>>
} = {
  asOf: '2026-11-23',
  source: 'https://developer.vonage.com/en/api-errors/messages',
  codes: {
    '1000': { meaning: 'Sent too fast', class: 'THROTTLED', remedy: 'wait' },
    '1010': { meaning: 'A part of the request is missing', class: 'PERMANENT', remedy: 'check_message' },
    '1020': { meaning: 'A part of the request is not valid', class: 'PERMANENT', remedy: 'check_message' },
    '1021': { meaning: 'The tag is not valid', class: 'PERMANENT', remedy: 'check_message' },
    '1022': { meaning: 'The template is not valid', class: 'PERMANENT', remedy: 'check_message' },
    '1030': { meaning: 'The provider had an error of its own', class: 'IN_DOUBT', remedy: 'look_up' },
    '1040': { meaning: 'The number cannot be reached', class: 'PERMANENT', remedy: 'mark_number_bad' },
    '1050': { meaning: 'The number is barred', class: 'PERMANENT', remedy: 'check_number' },
    '1060': { meaning: 'The account is barred', class: 'ACCOUNT', remedy: 'ask_provider' },
    '1070': { meaning: 'The account is out of credit', class: 'ACCOUNT', remedy: 'add_credit' },
    '1080': { meaning: 'The account may not send this kind of message', class: 'ACCOUNT', remedy: 'check_account' },
    '1090': { meaning: 'The message is too long', class: 'PERMANENT', remedy: 'shorten_message' },
    '1100': { meaning: 'The provider could not reach the carrier', class: 'IN_DOUBT', remedy: 'look_up' },
    '1120': { meaning: 'The sending number is not allowed', class: 'PERMANENT', remedy: 'check_sending_number' },
    '1130': { meaning: 'The time to live is not valid', class: 'PERMANENT', remedy: 'check_message' },
    '1140': { meaning: 'The account lacks a facility', class: 'ACCOUNT', remedy: 'check_account' },
    '1150': { meaning: 'The message class is not valid', class: 'PERMANENT', remedy: 'check_message' },
    '1160': {
      meaning: 'A trial account may text only numbers on its list',
      class: 'PERMANENT',
      remedy: 'check_account',
    },
  },
}
