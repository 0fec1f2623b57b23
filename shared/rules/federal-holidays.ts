import type { IsoDay } from '../time.ts'

/**
 * The federal holidays, each on its own day and, where that falls on a weekend, also on the working day on which it is kept.
 * Source: 5 USC 6103, opm.gov/policy-data-oversight/pay-leave/federal-holidays. Extend it before the last year begins.
 * The working days among them are no business days; after the last year a deadline comes out earlier and never later.
 */
export const FEDERAL_HOLIDAYS: { readonly asOf: string; readonly source: string; readonly days: readonly IsoDay[] } = {
  asOf: '2026-11-23',
  source: '5 USC 6103, opm.gov',
  days: `
    2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-07-04 2026-09-07 2026-10-12 2026-11-11
    2026-11-26 2026-12-25
    2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-06-19 2027-07-04 2027-07-05 2027-09-06 2027-10-11
    2027-11-11 2027-11-25 2027-12-24 2027-12-25 2027-12-31
    2028-01-01 2028-01-17 2028-02-21 2028-05-29 2028-06-19 2028-07-04 2028-09-04 2028-10-09 2028-11-10 2028-11-11
    2028-11-23 2028-12-25
    2029-01-01 2029-01-15 2029-02-19 2029-05-28 2029-06-19 2029-07-04 2029-09-03 2029-10-08 2029-11-11 2029-11-12
    2029-11-22 2029-12-25
    2030-01-01 2030-01-21 2030-02-18 2030-05-27 2030-06-19 2030-07-04 2030-09-02 2030-10-14 2030-11-11 2030-11-28
    2030-12-25`
    .trim()
    .split(/\s+/),
}

/** A stop must be honoured within so many business days. Source: 47 CFR 64.1200(a)(10). */
export const HONOUR_WITHIN_BUSINESS_DAYS = 10
