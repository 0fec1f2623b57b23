import { type ConsentByPurpose, isSigned } from './consent.ts'
import type { StandingStop } from './suppression.ts'

/** A START that came in: by which word, on what kind of line, and what is agreed to by then. */
export interface StartWord {
  /** The word as it stands in the list of words. */
  readonly word: string
  readonly isTollFree: boolean
  readonly consent: ConsentByPurpose
}

/**
 * Says which stops a START takes back.
 * One by text: the same phone said so. One that the provider keeps: with any of the words, but on a toll-free number with
 * UNSTOP alone, because nothing else ends the block of the network.
 * One that staff noted was said by a person whom staff knew, and a list has its own story, while START is said by whoever
 * holds the phone: it does not undo them by itself. Nor does a form by itself, on which a digit may be wrong. Both together
 * do: what was signed after the stop, and START from the number that stands on it.
 * Source: 47 CFR 64.1200(a)(10), consent once revoked must be given anew; Vonage, opt-in on toll-free numbers.
 */
export function isTakenBack({ source, scope }: StandingStop, { word, isTollFree, consent }: StartWord): boolean {
  switch (source) {
    case 'inbound_text':
    case 'maybe_stop':
      return true
    case 'provider':
      return !isTollFree || word === 'unstop'
    case 'by_phone':
    case 'in_person':
    case 'by_letter':
    case 'by_email':
    case 'by_note':
    case 'import':
      // A stop revoked what it ends, so that an agreement that stands is newer than it.
      return isSigned(consent[scope === 'everything' ? 'care' : scope])
  }
}
