import { createHash } from 'node:crypto'

/** What stands before the first link of a chain. */
export const NO_HASH = ''

/** Whether a ledger is as it was written: with its length, or with the first row that was changed, or is missing. */
export type ChainVerdict =
  | { readonly isWhole: true; readonly count: number }
  | { readonly isWhole: false; readonly firstBadSeq: number }

/** One row of a ledger as it is checked. `digestInput` makes the text that its hash must be of. */
export interface ChainLink {
  readonly seq: number
  readonly prevHash: string
  readonly hash: string
  digestInput(prevHash: string): string
}

/** SHA-256 of a text (as UTF-8) or of bytes, in lower case hex. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * Follows a ledger from its first row, page by page, letting others work in between.
 * `pageAfter` gives the links after a seq in order; `lastSeq` is the highest number the ledger ever gave out, so that
 * rows cut off at its end are missed too.
 */
export async function verifyChain(
  pageAfter: (seq: number) => Promise<readonly ChainLink[]>,
  lastSeq: number,
): Promise<ChainVerdict> {
  let seq = 0
  let prevHash = NO_HASH
  for (;;) {
    const page = await pageAfter(seq)
    if (page.length === 0) break
    for (const link of page) {
      if (!follows(link, seq, prevHash)) return { isWhole: false, firstBadSeq: Math.min(link.seq, seq + 1) }
      seq = link.seq
      prevHash = link.hash
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return seq === lastSeq ? { isWhole: true, count: seq } : { isWhole: false, firstBadSeq: seq + 1 }
}

function follows(link: ChainLink, seq: number, prevHash: string): boolean {
  return link.seq === seq + 1 && link.prevHash === prevHash && link.hash === sha256Hex(link.digestInput(prevHash))
}
