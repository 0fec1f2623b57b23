import { setImmediate as nextTurn } from 'node:timers/promises'
import { clampRetryAfterMs } from '../../shared/domain/retry.ts'
import { classifyAnswer, classifyNoAnswer, type SendOutcome } from '../../shared/domain/send-outcome.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Provider, ProviderRecord, RecordsError, RecordsWindow, SendRequest } from './port.ts'
import { readRecordPage } from './record-page.ts'
import type { MessageAnswer } from './safe-messages.ts'
import type { PageAnswer } from './safe-reports.ts'
import { wireMessage } from './wire-message.ts'

/** Where the account lives and how it proves itself. Sending uses the key pair if both its parts are there, else Basic. */
export interface VonageAccount {
  /** Asked before each request: the practice carrier may open on another port after it was closed. */
  readonly apiHost: () => string
  readonly apiKey: string
  readonly apiSecret: string
  readonly applicationId?: string
  /** PEM text. */
  readonly privateKey?: string
  /** Over the whole of a request and its answer. Above the 10 s in which Node gives up connecting, so that a dead address is known as not sent. */
  readonly timeoutMs?: number
}

const DEFAULT_TIMEOUT_MS = 30_000
/** Far above any office's day; a book that goes on longer is a loop. */
const MAX_PAGES = 200

/**
 * The adapter to Vonage, and to anything that speaks its Messages and Reports interfaces.
 * Source: developer.vonage.com/en/api/messages and /en/api/reports.
 */
export function connectVonage(account: VonageAccount): Provider {
  return {
    capabilities: { mms: true, groupMms: 'per-member' },
    send: async (request) => outcomeOf(await sendMessage(account, request)),
    fetchRecords: (window) => fetchRecords(account, window),
  }
}

/**
 * The SDK is read from disk at the first request: some hundred files that no start of Optdesk should wait for. Running
 * them is a step that nothing can break, so they come in parts, with a turn for everybody else in between.
 */
async function loadSdk() {
  const { quietSdk } = await import('./quiet-sdk.ts')
  await nextTurn()
  const { SafeReports } = await import('./safe-reports.ts')
  await nextTurn()
  const { SafeMessages } = await import('./safe-messages.ts')
  quietSdk()
  return { SafeMessages, SafeReports }
}

async function sendMessage(account: VonageAccount, request: SendRequest): Promise<MessageAnswer> {
  const message = wireMessage(request)
  const { SafeMessages } = await loadSdk()
  return new SafeMessages(credentialsOf(account), settingsOf(account)).sendOnce(message)
}

/** The token with which a message would be signed; null where the key cannot sign. Makes no request. */
export async function signOnce(account: VonageAccount): Promise<string | null> {
  const { SafeMessages } = await loadSdk()
  return new SafeMessages(credentialsOf(account), settingsOf(account)).signOnce()
}

function outcomeOf(answer: MessageAnswer): SendOutcome {
  switch (answer.kind) {
    case 'answered':
      return classifyAnswer(answer)
    case 'no_answer': {
      const outcome = classifyNoAnswer(answer)
      return outcome.class === 'IN_DOUBT' && answer.httpStatus !== null
        ? { ...outcome, httpStatus: answer.httpStatus }
        : outcome
    }
    case 'no_credentials':
      return { class: 'ACCOUNT', cause: 'credentials' }
  }
}

async function fetchRecords(
  account: VonageAccount,
  window: RecordsWindow,
): Promise<Result<readonly ProviderRecord[], RecordsError>> {
  const { SafeReports } = await loadSdk()
  const records: ProviderRecord[] = []
  let place: { readonly cursor: string; readonly iv: string | null } | null = null
  for (let pageNo = 0; pageNo < MAX_PAGES; pageNo += 1) {
    const client = new SafeReports(credentialsOf(account), settingsOf(account))
    const read = await client.pageOnce(queryOf(account, window, place))
    const failure = failureOf(read)
    if (failure) return err(failure)
    const page = readRecordPage(read.page, window.direction)
    if (page === null) return err({ code: 'garbled', httpStatus: 200 })
    records.push(...page.records)
    if (page.next === null) return ok(records)
    place = page.next
  }
  return err({ code: 'garbled', httpStatus: 200 })
}

function queryOf(
  account: VonageAccount,
  window: RecordsWindow,
  place: { readonly cursor: string; readonly iv: string | null } | null,
): Readonly<Record<string, unknown>> {
  return {
    product: 'MESSAGES',
    accountId: account.apiKey,
    direction: window.direction,
    dateStart: new Date(window.fromMs).toISOString(),
    dateEnd: new Date(window.toMs).toISOString(),
    includeMessage: true,
    ...(place === null ? {} : { cursor: place.cursor }),
    ...(place?.iv ? { iv: place.iv } : {}),
  }
}

function failureOf({ answer }: PageAnswer): RecordsError | null {
  if (answer.kind === 'no_credentials') return { code: 'account', httpStatus: null }
  if (answer.kind !== 'answered') return { code: 'offline', cause: answer.errorCode ?? 'unknown' }
  if (answer.status === 200) return null
  if ([401, 402, 403].includes(answer.status)) return { code: 'account', httpStatus: answer.status }
  if (answer.status === 429) {
    return { code: 'throttled', retryAfterMs: clampRetryAfterMs(answer.retryAfter, answer.serverNowMs) }
  }
  return { code: 'garbled', httpStatus: answer.status }
}

function credentialsOf(account: VonageAccount) {
  return {
    apiKey: account.apiKey,
    apiSecret: account.apiSecret,
    ...(account.applicationId === undefined ? {} : { applicationId: account.applicationId }),
    // The SDK looks for a file of this name unless it is told that there is no key.
    privateKey: account.privateKey ?? '',
  }
}

function settingsOf(account: VonageAccount) {
  return { apiHost: account.apiHost(), timeout: account.timeoutMs ?? DEFAULT_TIMEOUT_MS }
}
