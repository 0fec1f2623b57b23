import { FORM_POINTS } from './form-points.ts'
import type { FormPoint } from './form-points.ts'
import type { DisclosureTopic, FormLanguage, FormVersion } from './opt-in-form.ts'
import { boxOf, combOf } from './opt-in-form-layout.ts'
import { readSheetCode } from './opt-in-form-office.ts'

/** The points that a form version lacks, in checklist order; empty when the sheet may be printed. */
export function missingFromForm(version: FormVersion): readonly FormPoint[] {
  return FORM_POINTS.filter((point) => !CHECKS[point](version))
}

type Check = (version: FormVersion) => boolean

const CHECKS: Readonly<Record<FormPoint, Check>> = {
  business_name: (version) =>
    version.practice.legalName.trim() !== '' &&
    [version.consentLine, ...version.purposes.map((purpose) => purpose.sentence)].every((text) =>
      text.includes(version.practice.legalName),
    ),
  names_text_messages: (version) =>
    version.purposes.length > 0 &&
    [version.consentLine, ...version.purposes.map((purpose) => purpose.sentence)].every((text) =>
      WORDS[version.language].textMessages.test(text),
    ),
  mobile_number: (version) => (combOf(version.layout, 'mobile')?.cells.length ?? 0) >= 10,
  separate_boxes: everyPurposeHasItsOwnBox,
  signature: (version) => version.layout.signature.widthMm > 0,
  date: (version) => combOf(version.layout, 'signed_on')?.cells.length === 8,
  frequency: (version) =>
    version.purposes.every((purpose) => WORDS[version.language].frequency.test(purpose.frequency)),
  rates: says('rates'),
  stop_and_help: says('stop_and_help'),
  not_a_condition: says('not_a_condition'),
  not_shared: says('not_shared'),
  privacy_and_terms: (version) => {
    const text = version.disclosures.privacy_and_terms ?? ''
    const { privacyAddress, termsAddress } = version.practice
    return [privacyAddress, termsAddress].every((address) => address.trim() !== '' && text.includes(address))
  },
  automated_marketing: (version) =>
    version.purposes
      .filter((purpose) => purpose.purpose === 'marketing')
      .every((purpose) => WORDS[version.language].automated.test(purpose.sentence)),
  not_encrypted: (version) =>
    says('not_encrypted')(version) && WORDS[version.language].not_encrypted.test(version.consentLine),
  version_and_language: (version) => readSheetCode(version.code)?.language === version.language,
}

type WordedTopic = Exclude<DisclosureTopic, 'privacy_and_terms'>

/** Words without which a sentence does not say what its topic promises, by language. */
const WORDS: Readonly<
  Record<FormLanguage, Readonly<Record<WordedTopic | 'textMessages' | 'frequency' | 'automated', RegExp>>>
> = {
  en: {
    textMessages: /text messages?|SMS/iu,
    frequency: /\d+ messages? a month|var(?:y|ies)/iu,
    automated: /automat/iu,
    rates: /data rates may apply/iu,
    stop_and_help: /\bSTOP\b.*\bHELP\b/u,
    not_a_condition: /not a condition/iu,
    not_shared: /(?:not|never) (?:sell or )?share/iu,
    not_encrypted: /not encrypted/iu,
  },
  es: {
    textMessages: /mensajes? de texto|SMS/iu,
    frequency: /\d+ mensajes? al mes|varía/iu,
    automated: /automátic/iu,
    rates: /tarifas .*mensajes y datos/iu,
    stop_and_help: /\bSTOP\b.*\bHELP\b/u,
    not_a_condition: /no dependen? de/iu,
    not_shared: /(?:no|nunca) (?:vendemos ni )?compartimos/iu,
    not_encrypted: /no (?:van|están) cifrados/iu,
  },
}

function says(topic: WordedTopic): Check {
  return (version) => WORDS[version.language][topic].test(version.disclosures[topic] ?? '')
}

/** Consent to one kind of text must never be read from the box of another; a group shows each number to the others. */
function everyPurposeHasItsOwnBox(version: FormVersion): boolean {
  const { purposes, layout, language } = version
  const isDistinct = new Set(purposes.map(({ purpose }) => purpose)).size === purposes.length
  const isBoxed = purposes.every(({ purpose }) => boxOf(layout, purpose) !== undefined)
  const group = purposes.find(({ purpose }) => purpose === 'group')
  const warns = language === 'en' ? /will see my (?:mobile )?number/iu : /verán mi número/iu
  return isDistinct && isBoxed && (group === undefined || warns.test(group.sentence))
}
