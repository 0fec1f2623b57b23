import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { printAlphabet } from '../../electron/forms/print-alphabet.ts'
import { printSheets } from '../../electron/forms/print-sheets.ts'
import { alphabetSheet } from '../../shared/domain/alphabet-sheet.ts'
import { serialText } from '../../shared/domain/opt-in-form.ts'
import { harborviewSheet } from '../../shared/domain/sample-sheets.ts'

const USAGE =
  'npm run form -- --out DIR [--paper letter|a4] [--language en|es] [--size regular|large] [--first N] [--count N] [--alphabet]'
const FONTS_DIR = fileURLToPath(new URL('../../resources/fonts', import.meta.url))
/** The sheet is a fiction's, and its file shall come out the same each time. */
const AT_MS = Date.UTC(2025, 0, 6)

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    paper: { type: 'string', default: 'letter' },
    language: { type: 'string', default: 'en' },
    size: { type: 'string', default: 'regular' },
    first: { type: 'string', default: '1' },
    count: { type: 'string', default: '1' },
    alphabet: { type: 'boolean', default: false },
  },
})

const paper = oneOf(['letter', 'a4'], values.paper)
const language = oneOf(['en', 'es'], values.language)
const size = oneOf(['regular', 'large'], values.size)
const first = Number(values.first)
const count = Number(values.count)
const isSound = [first, count].every((number) => Number.isInteger(number) && number >= 1 && number <= 999_999)

if (values.out === undefined || !paper || !language || !size || !isSound) {
  console.error(USAGE)
  process.exitCode = 2
} else {
  const serials = Array.from({ length: count }, (_, step) => serialText(first + step))
  const how = { serials, fontsDir: FONTS_DIR, atMs: AT_MS }
  await mkdir(values.out, { recursive: true })
  if (values.alphabet) {
    const sheet = alphabetSheet(language, paper)
    const { ink: _ink, ...layout } = sheet
    await save(values.out, sheet.name, await printAlphabet({ ...how, sheet }), layout)
  } else {
    const version = harborviewSheet({ paper, language, size })
    const { code, effectiveOn, layout } = version
    await save(values.out, code, await printSheets({ ...how, version }), { code, language, effectiveOn, ...layout })
  }
}

async function save(dir: string, name: string, pdf: Uint8Array, layout: object): Promise<void> {
  await writeFile(join(dir, `${name}.pdf`), pdf)
  await writeFile(join(dir, `${name}.json`), `${JSON.stringify(layout, null, 2)}\n`)
  console.log(join(dir, `${name}.pdf`))
  console.log(join(dir, `${name}.json`))
}

function oneOf<const T extends string>(choices: readonly T[], given: string): T | undefined {
  return choices.find((choice) => choice === given)
}
