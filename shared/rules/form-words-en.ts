import type { FormWords, SizedWords } from './form-words-shape.ts'

const regular: SizedWords = {
  sentences: {
    care: (name) =>
      `Yes, ${name} may send me text messages (SMS and MMS) about my visits: reminders, schedule changes, closures, and notes that a result or a form is ready.`,
    marketing: (name) =>
      `Yes, ${name} may send automated marketing text messages to the mobile number above: clinic news, screenings, classes and special prices.`,
    group: (name) =>
      `Yes, ${name} may add me to group text messages with other people. Everyone in the group will see my mobile number and what I write.`,
  },
  disclosures: ({ phone, privacyAddress, termsAddress }) => ({
    stop_and_help: `Reply STOP to any message to cancel, or HELP for help. You can also tell us at the desk${phone === '' ? '' : ` or call ${phone}`}.`,
    rates: 'Msg & data rates may apply; your phone plan sets the price.',
    not_a_condition:
      'Consent is not a condition of treatment or of buying anything. You get the same care with every box left empty.',
    not_shared: 'We do not sell or share your mobile number or your consent with third parties for their marketing.',
    not_encrypted:
      'Text messages are not encrypted. Someone with access to your phone or to the network could read them, so we keep details of your health out of them.',
    privacy_and_terms: `Privacy policy: ${privacyAddress}  ·  Text message terms: ${termsAddress}`,
  }),
  consentLine: (name) =>
    `By signing, I agree to receive the text messages I ticked above from ${name} at the mobile number I wrote above, which is my own. I was told that text messages are not encrypted, and I accept that risk.`,
}

const large: SizedWords = {
  sentences: {
    care: (name) => `Yes, ${name} may send me text messages (SMS and MMS) about my visits.`,
    marketing: (name) => `Yes, ${name} may send me automated marketing text messages at my number above.`,
    group: (name) => `Yes, ${name} may add me to group text messages. Everyone there will see my number.`,
  },
  disclosures: ({ phone, privacyAddress, termsAddress }) => ({
    stop_and_help: `Reply STOP to cancel, HELP for help${phone === '' ? '' : `, or call ${phone}`}.`,
    rates: 'Msg & data rates may apply.',
    not_a_condition: 'Consent is not a condition of treatment or of buying anything.',
    not_shared: 'We do not sell or share your number with third parties for marketing.',
    not_encrypted: 'Text messages are not encrypted: other people could read them.',
    privacy_and_terms: `Privacy: ${privacyAddress}  ·  Terms: ${termsAddress}`,
  }),
  consentLine: (name) =>
    `By signing, I agree to receive the text messages I ticked from ${name} at the number above, which is my own. I know that text messages are not encrypted and accept that risk.`,
}

/** The English sheet. */
export const FORM_WORDS_EN: FormWords = {
  heading: 'Permission to text you',
  titles: { care: 'Appointments and care', marketing: 'News and offers', group: 'Group conversations' },
  aMonth: (count) => (count === 1 ? 'Up to 1 message a month' : `Up to ${count} messages a month`),
  varies: {
    care: 'How often varies',
    marketing: 'How often varies',
    group: 'How often varies with the group',
  },
  bySize: { regular, large },
  labels: {
    intro: 'Please use a dark pen. Write one CAPITAL letter or number in each space.',
    exampleTitle: 'Like this:',
    sections: ['About you', 'What may we text you about?', 'Before you sign', 'Your signature'],
    firstName: 'First name',
    lastName: 'Last name',
    mobile: 'Mobile number',
    mobileHint: 'The phone that gets our texts',
    email: 'E-mail (you may leave this empty)',
    emailHint: 'Or write only the part before @ and tick:',
    purposesHint: 'Tick each kind you want. An empty box means no.',
    signature: 'Sign inside the frame',
    date: 'Date: month / day / year',
    dateLetters: 'MMDDYYYY',
    record: 'We keep this sheet and a picture of it as the record of your answer. Ask us for a copy any time.',
  },
  edition: (code, isoDay) => `Form ${code} · in use since ${longDay(isoDay)}`,
}

function longDay(isoDay: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${isoDay}T00:00Z`))
}
