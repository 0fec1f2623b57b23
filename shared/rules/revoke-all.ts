import type { IsoDay } from '../time.ts'

/**
 * From this day one stop ends all texts of a sender, whatever the text was about that it answers. Until then a sender may
 * let it end the one kind. The day was moved twice and may move again. Editable data.
 * Source: 47 CFR 64.1200(a)(10), the "revoke-all" sentence, as delayed by the FCC until this day.
 */
export const REVOKE_ALL: {
  readonly asOf: IsoDay
  readonly source: string
  readonly url: string
  readonly from: IsoDay
} = {
  asOf: '2026-11-23',
  source: '47 CFR 64.1200(a)(10), "revoke-all", as delayed by the FCC',
  url: 'https://www.infolawgroup.com/insights/2026/1/7/fcc-further-extends-effective-date-of-the-tcpas-consent-revocation-rule',
  from: '2027-01-31',
}
