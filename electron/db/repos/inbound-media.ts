import { sql } from 'kysely'
import type { Writer } from '../schema.ts'

/** What came in with a text, and where the provider keeps it. */
export interface InboundAttachment {
  readonly kind: 'image' | 'audio' | 'video' | 'vcard' | 'file'
  readonly url: string
}

/** Keeps what came with a text, by the provider's id of it. The same may be kept any number of times. */
export async function addInboundMedia(
  writer: Writer,
  providerUuid: string,
  attachments: readonly InboundAttachment[],
): Promise<void> {
  for (const [position, { kind, url }] of attachments.entries()) {
    await sql`INSERT INTO inbound_media (inbound_id, position, kind, url)
      SELECT id, ${position}, ${kind}, ${url} FROM inbound_message WHERE provider_uuid = ${providerUuid}
      ON CONFLICT DO NOTHING`.execute(writer)
  }
}
