/** How many people one group thread may hold besides the office, by the class of its line. */
export interface GroupLimits {
  readonly asOf: string
  readonly source: string
  readonly url: string
  /** Fewer are no group. */
  readonly fewest: number
  readonly most: Readonly<Record<'10dlc' | 'toll_free' | 'short_code', number>>
}

/**
 * Group MMS goes by registered 10DLC numbers. The provider states no greatest number; phones and networks are known to
 * hold ten, so that eight others and us are safe on all of them. Editable data.
 */
export const GROUP_LIMITS: GroupLimits = {
  asOf: '2026-11-25',
  source: 'Vonage Messages API, MMS group messaging, with the caps that other networks publish (8 to 10)',
  url: 'https://developer.vonage.com/en/messages/concepts/mms/mms-group-messaging',
  fewest: 2,
  most: { '10dlc': 8, toll_free: 0, short_code: 0 },
}
