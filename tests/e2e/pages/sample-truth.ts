import { readFileSync } from 'node:fs'
import type { ReadSheet } from './sheet-answers.ts'
import { samplePath } from '../../support/sample-path.ts'

interface SampleForm {
  readonly file: string
  readonly page: number
  readonly formCode: string
  readonly firstName: string
  readonly lastName: string
  readonly mobileDigits: string
  readonly email: string | null
  readonly ticked: readonly string[]
  readonly isSigned: boolean
  readonly signedOn: string
}

/** A sample sheet as a person reads it off the paper. */
export interface SampleTruth extends ReadSheet {
  readonly file: string
  readonly isSigned: boolean
}

/** What stands on the sample sheets, page by page of a file. */
export function sampleTruth(file: string): readonly SampleTruth[] {
  const forms = JSON.parse(readFileSync(samplePath('forms.json'), 'utf8')) as readonly SampleForm[]
  return forms.filter((form) => form.file === file).map(truthOf)
}

function truthOf(form: SampleForm): SampleTruth {
  const [year = '', month = '', day = ''] = form.signedOn.split('-')
  return {
    file: form.file,
    isSigned: form.isSigned,
    language: form.formCode.startsWith('ES') ? 'Spanish' : 'English',
    givenName: asName(form.firstName),
    familyName: asName(form.lastName),
    phone: form.mobileDigits,
    email: form.email?.toLowerCase() ?? '',
    ticked: {
      care: form.ticked.includes('care'),
      offers: form.ticked.includes('marketing'),
      groups: form.ticked.includes('group'),
    },
    signedOn: `${month}${day}${year}`,
  }
}

function asName(capitals: string): string {
  return capitals
    .toLowerCase()
    .replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
