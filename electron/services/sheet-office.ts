import type { FormOffice } from '../../shared/domain/opt-in-form-office.ts'
import { HARBORVIEW_OFFICE } from '../../shared/domain/sample-forms.ts'
import { formOffice } from '../../shared/ipc/contract/sheets.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { Reader, Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { tidy } from './typed-person.ts'

const KEY = 'forms.office'

/** What the office says of itself on its sheets: as it was saved last, or what the desk knows of it. */
export async function sheetOffice(reader: Reader, desk: DeskServices): Promise<FormOffice> {
  const saved = formOffice.safeParse(await readSetting(reader, KEY))
  return saved.success ? saved.data : firstOffice(desk)
}

/** Keeps what an office says of itself. */
export async function saveSheetOffice(writer: Writer, office: FormOffice): Promise<void> {
  await writeSetting(writer, KEY, office)
}

/** What was typed, in one spelling; an address of the web stands on paper without its scheme. */
export function tidyOffice(typed: FormOffice): FormOffice {
  const links = (address: string): string => tidy(address).replace(/^https?:\/\//iu, '')
  const { en, es } = typed.links
  return {
    legalName: tidy(typed.legalName),
    address: tidy(typed.address),
    phone: tidy(typed.phone),
    links: {
      en: { privacyAddress: links(en.privacyAddress), termsAddress: links(en.termsAddress) },
      es: { privacyAddress: links(es.privacyAddress), termsAddress: links(es.termsAddress) },
    },
    purposes: typed.purposes,
  }
}

function firstOffice(desk: DeskServices): FormOffice {
  if (desk.isPractice) return HARBORVIEW_OFFICE
  const none = { privacyAddress: '', termsAddress: '' }
  const { name, phone } = desk.practice()
  return { legalName: name, address: '', phone, links: { en: none, es: none }, purposes: HARBORVIEW_OFFICE.purposes }
}
