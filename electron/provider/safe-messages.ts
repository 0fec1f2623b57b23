import { Messages } from '@vonage/messages'
import { requestOnce, type WireAnswer } from './one-request.ts'

type SdkRequest = Parameters<Messages['sendRequest']>[0]

/** How a send ended; `no_credentials` when the SDK refused to make a request from what it was given. */
export type MessageAnswer = WireAnswer | { readonly kind: 'no_credentials' }

/**
 * The SDK's Messages client with its one network method replaced. The SDK still signs the request, names its fields and
 * knows the address; the wire is ours. Make one for each message: it holds that message's answer.
 *
 * The SDK as shipped follows redirects (a 307 loop makes 21 messages of one), has no deadline over the body, resolves
 * on a captive portal's page, and puts credentials and words into its errors; hence this class.
 */
export class SafeMessages extends Messages {
  #answer: WireAnswer | null = null

  /** Sends one message and tells how it went, without throwing. The message is a plain object: the SDK's classes drop fields. */
  async sendOnce(message: Readonly<Record<string, unknown>>): Promise<MessageAnswer> {
    try {
      await this.send(message)
    } catch {
      // Only the signing can throw here; the error may quote the key, so nothing of it is kept.
      if (this.#answer === null) return { kind: 'no_credentials' }
    }
    return this.#answer ?? { kind: 'no_credentials' }
  }

  /** Makes the token of a request without making the request; null where the key cannot sign. */
  async signOnce(): Promise<string | null> {
    try {
      return (await this.auth.createBearerHeader()).replace(/^Bearer /, '')
    } catch {
      // The error may quote the key.
      return null
    }
  }

  override async sendRequest<T>(
    request: SdkRequest,
  ): Promise<Awaited<ReturnType<typeof Messages.prototype.sendRequest<T>>>> {
    const prepared = await this.prepareRequest(request)
    this.#answer = await requestOnce(
      {
        url: prepared.url,
        method: 'POST',
        headers: prepared.headers as Record<string, string>,
        body: this.prepareBody(prepared),
      },
      this.config.timeout ?? 30_000,
    )
    return { data: {} } as Awaited<ReturnType<typeof Messages.prototype.sendRequest<T>>>
  }
}
