import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { IntlShape } from 'react-intl'
import { isoDay } from '../../shared/time.ts'
import type { Instant } from '../../shared/time.ts'
import { useRead } from '../api/queries.ts'

/** Writes moments in the language of the window and in the zone of the practice. */
export interface MomentText {
  readonly zone: string
  /** `9:05 AM` */
  readonly time: (at: Instant) => string
  /** `Nov 3, 2026` */
  readonly date: (at: Instant) => string
  /** `Tuesday, November 24`; takes a moment or a calendar day `YYYY-MM-DD`. */
  readonly longDay: (at: Instant | string) => string
  /** `Tue, Nov 24`; takes a moment or a calendar day `YYYY-MM-DD`. */
  readonly shortDay: (at: Instant | string) => string
  /** The time alone on the day of `now`, else with its day: `9:05 AM` or `Thu, Nov 26, 9:05 AM`. */
  readonly when: (at: Instant, now: Instant) => string
}

/** How moments are written here. `zone` overrides the zone of the practice: a recipient's own, for example. */
export function useMoment(zone?: string): MomentText {
  const intl = useIntl()
  const practice = useRead('practice.get', {})
  const inZone = zone ?? practice.value?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return useMemo(() => momentText(intl, inZone), [intl, inZone])
}

/** The writers of {@link MomentText} for a language and a zone. */
export function momentText(intl: Pick<IntlShape, 'formatDate'>, zone: string): MomentText {
  const write = (at: Instant, options: Intl.DateTimeFormatOptions) =>
    intl.formatDate(at, { timeZone: zone, ...options })
  const day = (at: Instant | string, options: Intl.DateTimeFormatOptions) =>
    typeof at === 'string' ? intl.formatDate(`${at}T00:00Z`, { timeZone: 'UTC', ...options }) : write(at, options)
  const time = (at: Instant) => write(at, { hour: 'numeric', minute: '2-digit' })
  const shortDay = (at: Instant | string) => day(at, { weekday: 'short', month: 'short', day: 'numeric' })
  return {
    zone,
    time,
    shortDay,
    date: (at) => write(at, { dateStyle: 'medium' }),
    longDay: (at) => day(at, { weekday: 'long', month: 'long', day: 'numeric' }),
    when: (at, now) => (isoDay(at, zone) === isoDay(now, zone) ? time(at) : `${shortDay(at)}, ${time(at)}`),
  }
}
