import type { E164 } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'

/** What a phone wrote, in truth. */
export interface PhoneWord {
  readonly uuid: string
  readonly e164: E164
  readonly text: string
  readonly sentAtMs: Instant
}

/** Knows what each phone said last, however late and however often the office heard of it. */
export interface WordsJudge {
  wrote(word: PhoneWord): void
  /** The office has it on its disk. */
  heard(uuid: string): void
  /** Whether the last plain word of a number that the office has heard is STOP. */
  hasSaidStop(e164: E164): boolean
}

/** Words about which nobody can be in doubt. */
const PLAIN: Readonly<Record<string, 'stop' | 'start'>> = { STOP: 'stop', Unsubscribe: 'stop', START: 'start' }

export function judgeWords(): WordsJudge {
  const written = new Map<string, PhoneWord>()
  const last = new Map<E164, PhoneWord>()
  return {
    wrote: (word) => void written.set(word.uuid, word),
    heard: (uuid) => {
      const word = written.get(uuid)
      if (word === undefined || PLAIN[word.text] === undefined) return
      const before = last.get(word.e164)
      if (before === undefined || word.sentAtMs > before.sentAtMs) last.set(word.e164, word)
    },
    hasSaidStop: (e164) => PLAIN[last.get(e164)?.text ?? ''] === 'stop',
  }
}
