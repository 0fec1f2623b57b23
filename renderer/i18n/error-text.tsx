import { useCallback } from 'react'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { groupPhone } from '../design/phone-text.ts'
import { PrivateText } from '../design/private-text.tsx'
import { useMoment } from './use-moment.ts'
import type { MomentText } from './use-moment.ts'
import { useDrawnText, useText } from './use-text.ts'
import type { DrawnTextOf, TextOf } from './use-text.ts'

/** An error as it came over the bridge: a code and facts. A list of refused rows carries the same shape. */
export interface ErrorFacts {
  readonly code: string
  readonly [fact: string]: unknown
}

/** Turns an error into the sentence that says what happened and what to do; counter privacy hides whom it names. */
export function useErrorText(): (error: ErrorFacts) => ReactNode {
  const text = useText()
  const drawn = useDrawnText()
  const intl = useIntl()
  const moment = useMoment()
  return useCallback(
    (error) =>
      errorSentence(error, {
        text,
        isKnown: (key) => key in intl.messages,
        list: (words) => intl.formatList(words),
        drawn,
        moment,
        hidden,
      }),
    [text, drawn, intl, moment],
  )
}

function hidden(words: string): ReactNode {
  return <PrivateText>{words}</PrivateText>
}

/** What {@link errorSentence} writes with. */
export interface Writer {
  readonly text: TextOf
  readonly drawn: DrawnTextOf
  readonly isKnown: (key: string) => boolean
  /** Several words as one enumeration: “a, b and c”. */
  readonly list: (words: readonly string[]) => string
  readonly moment: Pick<MomentText, 'date' | 'time' | 'shortDay'>
  /** Draws what belongs to a person, so that counter privacy can hide it. */
  readonly hidden: (words: string) => ReactNode
}

/** Facts that name a person or a person's paper, or that somebody typed. */
const PRIVATE_FACTS: ReadonlySet<string> = new Set(['e164', 'name', 'value'])

/** Chooses the sentence `error.<code>` and fills in the facts. A code without a sentence is a defect; it reads as one. */
export function errorSentence(error: ErrorFacts, writer: Writer): ReactNode {
  const key = `error.${error.code}`
  if (!writer.isKnown(key)) return writer.text('error.unexpected', { reference: error.code })
  return writer.drawn(key, writtenFacts(error, writer))
}

function writtenFacts(error: ErrorFacts, writer: Writer): Readonly<Record<string, ReactNode>> {
  const written: Record<string, ReactNode> = {}
  for (const [name, fact] of Object.entries(error)) {
    const words = writtenFact(name, fact, writer)
    written[name] = PRIVATE_FACTS.has(name) ? writer.hidden(String(words)) : words
  }
  return written
}

function writtenFact(name: string, fact: unknown, writer: Writer): string | number | boolean {
  const { text, moment, isKnown } = writer
  if (Array.isArray(fact)) {
    const kind = name === 'fields' ? 'field' : 'column'
    return writer.list(fact.map((item) => word(`${kind}.${String(item)}`, String(item))))
  }
  if (typeof fact === 'number') return writtenNumber(name, fact, moment)
  if (typeof fact === 'boolean') return fact
  const plain = String(fact)
  if (name === 'e164') return groupPhone(plain)
  if (name === 'isoDay' && /^\d{4}-\d{2}-\d{2}$/.test(plain)) return moment.shortDay(plain)
  if (name === 'reason') return word(`reason.${plain}`, plain)
  if (name === 'rule') return word(`rule.${plain}`, plain)
  if (name === 'field') return word(`field.${plain}`, plain)
  if (name === 'state') return word(`delivery.${plain}`, plain)
  return plain

  function word(key: string, otherwise: string): string {
    return isKnown(key) ? text(key) : otherwise
  }
}

function writtenNumber(name: string, fact: number, moment: Writer['moment']): string | number {
  // Megabytes, rounded up: a file that is a little too big must not look as big as it may be.
  if (name.endsWith('Bytes')) return Math.ceil(fact / 100_000) / 10
  if (name.endsWith('AtMs') || name === 'atMs') return `${moment.shortDay(fact)}, ${moment.time(fact)}`
  return fact
}
