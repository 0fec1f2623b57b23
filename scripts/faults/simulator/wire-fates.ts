import { classifyAnswer, classifyNoAnswer, type SendOutcome } from '../../../shared/domain/send-outcome.ts'
import type { Chance } from './chance.ts'

/** How the network is at the moment. */
export const MOODS = ['well', 'slow', 'throttling', 'failing', 'cutting', 'captive', 'refusing', 'no_credit'] as const
export type Mood = (typeof MOODS)[number]

/** What the wire makes of one request: whether the carrier took it, and what the sender gets to see. */
export interface Fate {
  readonly name: string
  readonly isTaken: boolean
  readonly latencyMs: number
  readonly answer: (uuid: string) => SendOutcome
}

const PROBLEM = 'application/problem+json'

function answered(status: number, body: string, more: { contentType?: string; retryAfter?: string } = {}) {
  return classifyAnswer({
    status,
    body,
    contentType: more.contentType ?? 'application/json',
    retryAfter: more.retryAfter ?? null,
  })
}

function problem(status: number, code: string, retryAfter?: string): SendOutcome {
  const body = JSON.stringify({ type: `https://developer.vonage.com/api-errors/messages#${code}`, title: code })
  return answered(status, body, { contentType: PROBLEM, ...(retryAfter === undefined ? {} : { retryAfter }) })
}

const silent = (hasWrittenHeaders: boolean, errorCode: string) => () =>
  classifyNoAnswer({ hasWrittenHeaders, errorCode })

/** Every way a request may go, by the rows of what was measured on the provider's SDK; `taken` ones cost a double if repeated. */
const FATES = {
  accepted: { isTaken: true, answer: (uuid: string) => answered(202, JSON.stringify({ message_uuid: uuid })) },
  no_uuid: { isTaken: true, answer: () => answered(202, '{}') },
  body_cut: { isTaken: true, answer: silent(true, 'UND_ERR_SOCKET') },
  reset_after: { isTaken: true, answer: silent(true, 'ECONNRESET') },
  timeout_after: { isTaken: true, answer: silent(true, 'TimeoutError') },
  reset_before: { isTaken: false, answer: silent(true, 'ECONNRESET') },
  timeout_before: { isTaken: false, answer: silent(true, 'TimeoutError') },
  server_error_after: { isTaken: true, answer: () => answered(500, '<html>', { contentType: 'text/html' }) },
  server_error: { isTaken: false, answer: () => answered(503, '<html>', { contentType: 'text/html' }) },
  portal: { isTaken: false, answer: () => answered(200, '<html>Sign in', { contentType: 'text/html' }) },
  redirect: { isTaken: false, answer: () => answered(307, '') },
  gateway: { isTaken: false, answer: () => answered(404, '', { contentType: 'text/plain' }) },
  refused_connection: { isTaken: false, answer: silent(false, 'ECONNREFUSED') },
  no_name: { isTaken: false, answer: silent(false, 'ENOTFOUND') },
  bad_request: { isTaken: false, answer: () => problem(422, '1020') },
  barred_number: { isTaken: false, answer: () => problem(422, '1050') },
  internal: { isTaken: false, answer: () => problem(422, '1030') },
  internal_after: { isTaken: true, answer: () => problem(422, '1030') },
  throttled: { isTaken: false, answer: () => problem(429, '1000') },
  throttled_long: { isTaken: false, answer: () => problem(429, '1000', '7') },
  throttled_absurd: { isTaken: false, answer: () => problem(429, '1000', '1000000000') },
  unauthorized: { isTaken: false, answer: () => problem(401, '1080') },
  no_credit: { isTaken: false, answer: () => problem(402, '1070') },
} satisfies Record<string, Omit<Fate, 'name' | 'latencyMs'>>

type FateName = keyof typeof FATES
type Weights = Readonly<Partial<Record<FateName, number>>>

const OFTEN_WELL: Weights = { accepted: 30, bad_request: 1, barred_number: 1, internal: 0.3, internal_after: 0.3 }
const OF_MOOD: Readonly<Record<Mood, Weights>> = {
  well: OFTEN_WELL,
  slow: { accepted: 10, timeout_after: 3, timeout_before: 2 },
  throttling: { accepted: 2, throttled: 5, throttled_long: 4, throttled_absurd: 0.3 },
  failing: { accepted: 3, server_error: 4, server_error_after: 4, no_uuid: 1 },
  cutting: { accepted: 3, body_cut: 3, reset_after: 4, reset_before: 3 },
  captive: { portal: 5, redirect: 3, gateway: 3 },
  refusing: { unauthorized: 1 },
  no_credit: { no_credit: 1, accepted: 1 },
}

/** Draws what becomes of a request while the network is in a mood, or away altogether. */
export function drawFate(chance: Chance, network: Mood | 'away'): Fate {
  const name: FateName =
    network === 'away'
      ? chance.pick(['refused_connection', 'no_name'] as const)
      : chance.weighted(OF_MOOD[network] as Record<FateName, number>)
  const isTimeout = name.startsWith('timeout')
  const latencyMs = isTimeout ? 30_000 : network === 'slow' ? chance.between(2_000, 20_000) : chance.between(20, 900)
  return { name, latencyMs, ...FATES[name] }
}
