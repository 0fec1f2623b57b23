/** The time zones a practice in the United States can be in, by IANA name; the wording is `zone.<name>`. */
export const US_ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
] as const

/** The zone of this computer where it is one of them, else the eastern one. */
export function zoneOfComputer(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return US_ZONES.find((known) => known === zone) ?? 'America/New_York'
}
