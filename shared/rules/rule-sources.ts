/** Where a rule comes from, so that every refusal can name it. */
export interface RuleSource {
  readonly source: string
  readonly url: string
  /** The day on which the source was last read, `YYYY-MM-DD`. */
  readonly asOf: string
}

const TCPA_URL = 'https://www.ecfr.gov/current/title-47/section-64.1200'
const CTIA_URL = 'https://www.ctia.org/the-wireless-industry/industry-commitments/messaging-interoperability-sms-mms'
const REASSIGNED_URL = 'https://docs.fcc.gov/public/attachments/DA-21-1649A1.txt'
const asOf = '2026-11-23'

const RULES = {
  'consent.care': {
    source: 'Prior express consent for informational texts: 47 CFR 64.1200(a)(1), FCC 15-72 on health care texts',
    url: TCPA_URL,
    asOf,
  },
  'consent.marketing': {
    source: 'Prior express written consent for marketing texts: 47 CFR 64.1200(a)(2) and (f)(9)',
    url: TCPA_URL,
    asOf,
  },
  'consent.group': {
    source: 'In a group thread everyone sees every number: CTIA Messaging Principles, consent for each purpose',
    url: CTIA_URL,
    asOf,
  },
  'consent.confirmation': {
    source: 'A number taken down by hand is confirmed by text: CTIA Messaging Principles, opt-in confirmation',
    url: CTIA_URL,
    asOf,
  },
  'consent.expired': {
    source: 'Consent ended by the office: its own retention rule',
    url: CTIA_URL,
    asOf,
  },
  'consent.reassigned': {
    source: 'Consent does not pass to the next owner of a number: Reassigned Numbers Database, 47 CFR 64.1200(m)',
    url: REASSIGNED_URL,
    asOf,
  },
  'opt-out.any-means': {
    source: 'Consent may be revoked in any reasonable way: 47 CFR 64.1200(a)(10) to (12)',
    url: TCPA_URL,
    asOf,
  },
  'emergency.exempt': {
    source: 'Messages for emergency purposes need no consent: 47 CFR 64.1200(a)(1) and (f)(4)',
    url: TCPA_URL,
    asOf,
  },
  'hours.care': {
    source: 'Care texts 8:00 to 20:00 where the recipient is: the narrower of the federal and most state windows',
    url: TCPA_URL,
    asOf,
  },
  'hours.marketing': {
    source: 'Offers Monday to Friday 10:00 to 18:00 where the recipient is: inside every window of the states table',
    url: TCPA_URL,
    asOf,
  },
  'hours.offers': {
    source: 'Offers 8:00 to 20:00 where the recipient is, where the state sets no narrower hours: 47 CFR 64.1200(c)(1)',
    url: TCPA_URL,
    asOf,
  },
  'hours.state': {
    source: 'The sales-text hours of the recipient’s state',
    url: TCPA_URL,
    asOf,
  },
  'hours.closure': {
    source: 'The office is closed that day: its own setting',
    url: TCPA_URL,
    asOf,
  },
  'cap.care': {
    source:
      'Care texts once a day and three times a week: the limit of the exempt health-care texts, FCC 15-72, as a custom',
    url: 'https://docs.fcc.gov/public/attachments/FCC-20-186A1.txt',
    asOf,
  },
  'cap.offers': {
    source: 'Offers some days apart: the office’s own custom',
    url: 'https://help.podium.com/hc/en-us/articles/14008013493651-Getting-Started-With-Bulk-Messages',
    asOf,
  },
  'cap.conversation': {
    source: 'No offer into a conversation: the office’s own custom',
    url: 'https://help.podium.com/hc/en-us/articles/14008013493651-Getting-Started-With-Bulk-Messages',
    asOf,
  },
  'cap.promise': {
    source: 'As many a month as the opt-in form promised: CTIA Messaging Principles, program frequency',
    url: CTIA_URL,
    asOf,
  },
  'cap.state': {
    source: 'At most three sales texts in 24 hours on one subject: Fla. Stat. 501.616(6)(b) and laws like it',
    url: 'https://www.flsenate.gov/Session/Bill/2021/1120/BillText/er/HTML',
    asOf,
  },
} as const satisfies Readonly<Record<string, RuleSource>>

/** The name of a rule that can hold a text back or let it go. */
export type RuleId = keyof typeof RULES

/** The source of each rule. Dated; laws change. */
export const RULE_SOURCES: Readonly<Record<RuleId, RuleSource>> = RULES
