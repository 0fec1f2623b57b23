import { useRead, useWrite } from '../../api/queries.ts'
import { useKeptDraft } from '../../app/kept-draft.ts'
import { offerFile } from '../../app/offer-file.ts'
import { useSettled } from '../../app/use-settled.ts'
import { showToast } from '../../design/toast.tsx'
import { useText } from '../../i18n/use-text.ts'
import { countOf, FIRST_DRAFT } from './print-draft.ts'
import type { PrintDraft } from './print-draft.ts'

/** A pause in typing after which the sheet is laid out anew. */
const SETTLED_MS = 300

/** The page's work: the draft, how its sheet stands with the checklist, and printing it. */
export function usePrintSheets() {
  const text = useText()
  const saved = useRead('sheets.office', {}).value?.office
  const { draft, change } = useKeptDraft<PrintDraft>('print', FIRST_DRAFT)
  const office = draft.office ?? saved
  const { choice } = draft
  const count = countOf(draft)
  const settled = useSettled(office, SETTLED_MS)
  const asked = { office: settled ?? NO_OFFICE, choice }
  const check = useRead('sheets.check', asked, { keepsOlder: true, isOff: settled === undefined })
  const printing = useWrite('sheets.print')
  const teaching = useWrite('sheets.printAlphabet')
  const isReady =
    count !== null &&
    check.value !== undefined &&
    check.value.missing.length === 0 &&
    !check.isOlder &&
    settled === office
  const offer = (file: {
    readonly name: string
    readonly bytes: Uint8Array
    readonly first: string
    readonly last: string
  }) => {
    offerFile(file.name, new Uint8Array(file.bytes), 'application/pdf')
    showToast({
      text: text('print.printed', {
        first: file.first,
        last: file.last,
        isOne: file.first === file.last ? 'yes' : 'no',
      }),
    })
  }
  const print = async () => {
    if (!office || count === null || !isReady || printing.isRunning) return
    const made = await printing.run({ office, choice, count })
    if (!made.ok) return
    offer(made.value)
  }
  const printAlphabet = async () => {
    const { language, paper } = choice
    const made = await teaching.run({ language, paper, count: 1 })
    if (made.ok) offer(made.value)
  }
  return { office, settled, draft, change, check, isReady, print, printAlphabet, printing, teaching }
}

const NO_LINKS = { privacyAddress: '', termsAddress: '' }
const NO_OFFICE = { legalName: '', address: '', phone: '', links: { en: NO_LINKS, es: NO_LINKS }, purposes: [] }
