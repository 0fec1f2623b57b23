import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { printSheets } from '../../electron/forms/print-sheets.ts'
import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import { HARBORVIEW_FORMS } from '../../shared/domain/sample-forms.ts'
import { drawFilledForm } from './fill-form.ts'
import type { FilledForm } from './filled-forms.ts'
import { FILLED_FORMS } from './filled-forms.ts'
import { scanFlatbed } from './flatbed.ts'
import { registerFonts } from './fonts.ts'
import { jpegWithin, lieOnLeftSide, withQuarterTurnNote } from './jpeg.ts'
import { pilePdf } from './pdf-files.ts'
import { photograph } from './phone-photo.ts'
import { seededRandom } from './random.ts'

/**
 * Draws the paper of the sample practice into `resources/sample/`, or into the folder given as argument: the blank
 * sheets, the filled ones as scanner and phone see them, and `forms.json` with what is truly written on each.
 * The people and the day sheet beside them are kept by hand.
 */
const MAX_BYTES = 390_000
const FLATBED_PX_PER_MM = 6.7
const PILE_PX_PER_MM = 5.9
const PHONE_PX_PER_MM = 7.4
const SCANNED_AT = new Date('2026-11-20T17:40:00Z')

const FONTS_DIR = fileURLToPath(new URL('../../resources/fonts/', import.meta.url))

const folder = process.argv[2] ?? fileURLToPath(new URL('../../resources/sample/', import.meta.url))
mkdirSync(folder, { recursive: true })
registerFonts()

for (const version of HARBORVIEW_FORMS) {
  const how = { serials: ['000000'], fontsDir: FONTS_DIR, atMs: SCANNED_AT.getTime() }
  save(`blank-${version.code}.pdf`, await printSheets({ ...how, version }))
}
for (const form of FILLED_FORMS.filter(({ taken }) => taken !== 'pile')) save(form.truth.file, takePicture(form))
const pile = FILLED_FORMS.filter(({ taken }) => taken === 'pile')
save('pile-of-two.pdf', await pilePdf(pile.map(takePicture), SCANNED_AT))
save(
  'forms.json',
  `${JSON.stringify(
    FILLED_FORMS.map(({ truth }) => truth),
    null,
    2,
  )}\n`,
)

function takePicture(form: FilledForm): Buffer {
  const version = versionOf(form)
  const random = seededRandom(form.seed * 1009)
  switch (form.taken) {
    case 'flatbed':
      return jpegWithin(scanFlatbed(drawFilledForm(version, form, FLATBED_PX_PER_MM), random), MAX_BYTES)
    case 'pile':
      return jpegWithin(scanFlatbed(drawFilledForm(version, form, PILE_PX_PER_MM), random), MAX_BYTES / 2)
    case 'phone':
      return jpegWithin(photograph(drawFilledForm(version, form, PHONE_PX_PER_MM), random), MAX_BYTES)
    case 'phone_sideways': {
      const photo = photograph(drawFilledForm(version, form, PHONE_PX_PER_MM), random)
      return withQuarterTurnNote(jpegWithin(lieOnLeftSide(photo), MAX_BYTES))
    }
  }
}

function versionOf(form: FilledForm): FormVersion {
  const version = HARBORVIEW_FORMS.find(({ code }) => code === form.truth.formCode)
  if (version === undefined) throw new Error(`No form ${form.truth.formCode}`)
  return version
}

function save(name: string, bytes: string | Uint8Array): void {
  writeFileSync(`${folder}/${name}`, bytes)
  console.log(`${name}  ${Math.ceil(bytes.length / 1024)} kB`)
}
