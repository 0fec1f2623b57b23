import { Reports } from '@vonage/reports'
import { requestOnce, type WireAnswer } from './one-request.ts'

type SdkRequest = Parameters<Reports['sendRequest']>[0]

/** How reading a page ended: the wire's answer, and the page with its keys in camel case where the answer was JSON. */
export interface PageAnswer {
  readonly answer: WireAnswer | { readonly kind: 'no_credentials' }
  readonly page: unknown
}

/** The SDK's Reports client over the safe request (see `safe-messages.ts`). Make one for each page. */
export class SafeReports extends Reports {
  #answer: WireAnswer | null = null

  /** Reads one page of the book without throwing. */
  async pageOnce(query: Readonly<Record<string, unknown>>): Promise<PageAnswer> {
    try {
      const page: unknown = await this.getRecords(query)
      return { answer: this.#answer ?? { kind: 'no_credentials' }, page }
    } catch {
      return { answer: this.#answer ?? { kind: 'no_credentials' }, page: null }
    }
  }

  override async sendRequest<T>(
    request: SdkRequest,
  ): Promise<Awaited<ReturnType<typeof Reports.prototype.sendRequest<T>>>> {
    const prepared = await this.prepareRequest(request)
    this.#answer = await requestOnce(
      { url: prepared.url, method: 'GET', headers: prepared.headers as Record<string, string>, body: undefined },
      this.config.timeout ?? 30_000,
    )
    const text = this.#answer.kind === 'answered' ? this.#answer.body : '{}'
    return { data: JSON.parse(text) as unknown } as Awaited<ReturnType<typeof Reports.prototype.sendRequest<T>>>
  }
}
