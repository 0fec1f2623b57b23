import type { IsoDay } from '../time.ts'

/**
 * The days on which federal offices are closed, as observed: a holiday on a Saturday is kept on the Friday before, one on a
 * Sunday on the Monday after. They do not count as business days. After the last year only weekends are left out, so that a
 * deadline comes out earlier and never later. Editable data. Source: 5 USC 6103; OPM federal holidays.
 */
export const FEDERAL_HOLIDAYS: { readonly asOf: IsoDay; readonly source: string; readonly days: readonly IsoDay[] } = {
  asOf: '2026-11-23',
  source: 'https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/',
  days: [
    '2026-01-01',
    '2026-01-19',
    '2026-02-16',
    '2026-05-25',
    '2026-06-19',
    '2026-07-03',
    '2026-09-07',
    '2026-10-12',
    '2026-11-11',
    '2026-11-26',
    '2026-12-25',
    '2027-01-01',
    '2027-01-18',
    '2027-02-15',
    '2027-05-31',
    '2027-06-18',
    '2027-07-05',
    '2027-09-06',
    '2027-10-11',
    '2027-11-11',
    '2027-11-25',
    '2027-12-24',
    '2027-12-31',
    '2028-01-17',
    '2028-02-21',
    '2028-05-29',
    '2028-06-19',
    '2028-07-04',
    '2028-09-04',
    '2028-10-09',
    '2028-11-10',
    '2028-11-23',
    '2028-12-25',
  ],
}

/** A stop must be honoured within so many business days. Source: 47 CFR 64.1200(a)(10). */
export const HONOUR_WITHIN_BUSINESS_DAYS = 10
