/** Words a carrier or a patient may mind in a text. Editable data. */
export interface ContentWords {
  readonly asOf: string
  /** Public shorteners hide where a link leads; carriers drop texts that hold one. */
  readonly shorteners: readonly string[]
  /** Words that tell others what a person is treated for. A text lies open on a phone. */
  readonly diagnoses: readonly string[]
  /** Sex, hate, alcohol, firearms, tobacco, and what carriers refuse besides. */
  readonly refused: readonly string[]
}

function listed(words: string): readonly string[] {
  return words.split(',').map((word) => word.trim())
}

/** Source: CTIA Messaging Principles 5.3; 45 CFR 164.502(b), the minimum necessary; the lists are ours. */
export const CONTENT_WORDS: ContentWords = {
  asOf: '2026-11-23',
  shorteners: listed(
    'bit.ly, tinyurl.com, goo.gl, t.co, ow.ly, is.gd, buff.ly, rebrand.ly, cutt.ly, rb.gy, shorturl.at',
  ),
  diagnoses: listed(`
    hiv, aids, cancer, oncology, chemo, chemotherapy, biopsy, std, sti, herpes, hepatitis, syphilis, chlamydia,
    pregnant, pregnancy, abortion, miscarriage, depression, bipolar, schizophrenia, psychiatric, psychiatry,
    addiction, rehab, methadone, suboxone, dementia, diabetes, diabetic, epilepsy, test result, lab result,
    diagnosis, cancer, embarazo, aborto, diabetes, depresion, adiccion, vih, sida, quimioterapia, diagnostico`),
  refused: listed(`
    cbd, thc, cannabis, marijuana, kratom, vape, vaping, tobacco, cigarettes, whiskey, vodka, beer, casino, gambling,
    betting, porn, escort, firearm, firearms, ammo, payday loan, debt collection, viagra, cialis, oxycodone, adderall,
    ozempic, xanax, marihuana, tabaco, apuestas, cerveza`),
}
