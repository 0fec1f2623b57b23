import type { E164, LineId } from '../../../shared/ids.ts'

/** The office's number. */
export const OFFICE = '+12065550100' as E164
export const LINE = '01JDLINE00000000000000000A' as LineId

/** Somebody of the simulated office. The zones are those of the area code and of the address, as the judge knows them. */
export interface SimPerson {
  readonly e164: E164
  readonly givenName: string
  readonly addressZone: string | null
  readonly zones: readonly string[]
  /** What was agreed to on paper before the run begins. */
  readonly agreed: readonly ('care' | 'marketing' | 'group')[]
}

/** Few enough that everything meets everything, in zones whose hours do not agree; one never agreed to anything. */
export const PEOPLE: readonly [SimPerson, ...SimPerson[]] = [
  person('+12065550141', 'Ada', null, ['America/Los_Angeles'], ['care', 'marketing', 'group']),
  person('+12125550142', 'Ben', null, ['America/New_York'], ['care', 'marketing']),
  person('+16025550143', 'Cho', null, ['America/Phoenix'], ['care', 'group']),
  person('+18085550144', 'Dan', null, ['Pacific/Honolulu'], ['care']),
  person('+12065550145', 'Eve', 'America/New_York', ['America/Los_Angeles', 'America/New_York'], ['care', 'marketing']),
  person('+12065550146', 'Fay', null, ['America/Los_Angeles'], ['care', 'marketing']),
  person('+12065550147', 'Gus', null, ['America/Los_Angeles'], []),
]

function person(
  e164: string,
  givenName: string,
  addressZone: string | null,
  zones: readonly string[],
  agreed: SimPerson['agreed'],
): SimPerson {
  return { e164: e164 as E164, givenName, addressZone, zones, agreed }
}
