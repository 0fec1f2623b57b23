import type { Instant } from '../time.ts'
import type { Purpose } from './consent.ts'

/** How the office came to know of a stop. `maybe_stop` holds a number only until a person has decided. */
export const STOP_SOURCES = [
  'inbound_text',
  'by_phone',
  'in_person',
  'by_letter',
  'by_email',
  'by_note',
  'provider',
  'import',
  'maybe_stop',
] as const
export type StopSource = (typeof STOP_SOURCES)[number]

/** The ways by which staff hears of a stop. Source: 47 CFR 64.1200(a)(10), any reasonable means. */
export const NOTED_WAYS = ['in_person', 'by_phone', 'by_note', 'by_letter', 'by_email'] as const satisfies StopSource[]
export type NotedWay = (typeof NOTED_WAYS)[number]

/** What a stop ends: everything, or the texts for one purpose. */
export type StopScope = 'everything' | Purpose

/** A stop that stands on a number, as far as it decides what may go there. */
export interface StandingStop {
  readonly atMs: Instant
  readonly source: StopSource
  readonly scope: StopScope
}

/** All that stands on a number, folded into one answer. */
export interface Suppression {
  readonly atMs: Instant
  /** True while a person has yet to decide whether a reply meant "stop". Nothing goes out until then. */
  readonly isUndecided?: boolean
  /** The purposes that ended; left out where everything did. */
  readonly ends?: readonly Purpose[]
}

/**
 * Folds the stops that stand on ONE number, in any order; null where there is none. The widest wins: a stop of everything
 * over a doubt, and a doubt, which holds everything, over a stop of one purpose.
 */
export function foldStops(stops: readonly StandingStop[]): Suppression | null {
  const oldestFirst = stops.toSorted((left, right) => left.atMs - right.atMs)
  const all = oldestFirst.find(({ source, scope }) => source !== 'maybe_stop' && scope === 'everything')
  if (all) return { atMs: all.atMs }
  const doubt = oldestFirst.find(({ source }) => source === 'maybe_stop')
  if (doubt) return { atMs: doubt.atMs, isUndecided: true }
  const [first] = oldestFirst
  const ends = oldestFirst.flatMap(({ scope }) => (scope === 'everything' ? [] : [scope]))
  return first ? { atMs: first.atMs, ends: [...new Set(ends)] } : null
}

/** Tells whether texts for a purpose are ended or held. */
export function isEnded(suppression: Suppression | null, purpose: Purpose): boolean {
  return suppression !== null && (suppression.ends === undefined || suppression.ends.includes(purpose))
}

/** Tells whether everything is ended or held, so that not even an answer may go. */
export function isEverythingEnded(suppression: Suppression | null): boolean {
  return suppression !== null && suppression.ends === undefined
}
