/** What one part of a message costs, in millionths of a US dollar. */
export interface PriceTable {
  readonly asOf: string
  readonly currency: 'USD'
  readonly source: string
  /** One segment of an SMS, with the carriers' fee. */
  readonly smsSegmentMicros: number
  /** One MMS, whatever its length, with the carriers' fee. */
  readonly mmsMicros: number
}

/**
 * A first estimate for the United States, until the office types what its own contract says. Editable data.
 */
export const PRICES: PriceTable = {
  asOf: '2026-11-23',
  currency: 'USD',
  source: 'An estimate: list price of a US long code with an average carrier fee',
  smsSegmentMicros: 12_000,
  mmsMicros: 25_000,
}
