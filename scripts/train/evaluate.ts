import { openCharacterReader } from '../../electron/scan/readers/characters.ts'
import type { CharacterAlphabet } from '../../electron/scan/readers/characters.ts'
import type { CellReading } from '../../shared/domain/form-reading.ts'
import { SURE_CONFIDENCE } from '../../shared/domain/form-reading.ts'
import { readAddresses, readNumbers } from '../../tests/characters/drawn-answers.ts'
import type { AnswerRead } from '../../tests/characters/drawn-answers.ts'
import { strikeOut } from './strike-out.ts'
import {
  CURSIVE_FONTS,
  PRINT_FONTS,
  drawnCells,
  mnistTest,
  registerEvaluationFonts,
} from '../../tests/characters/drawn-cells.ts'
import type { Capture, Writing } from '../../tests/characters/drawn-cells.ts'

/** Scores a model on what it was never trained on, and prints the tables of its card. */
const [, , modelPath = 'resources/models/characters-1.onnx', showErrors = ''] = process.argv
const reader = await openCharacterReader(modelPath)
registerEvaluationFonts()
const { labels } = mnistTest()
const CAPITALS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const SIGNS = Array.from('@.-_+')
const THRESHOLDS = [0.5, 0.8, 0.9, 0.95]

interface Score {
  readonly reading: CellReading
  readonly truth: string
}

async function scores(
  writings: readonly (Writing & { readonly truth: string })[],
  capture: Capture,
  alphabet: CharacterAlphabet,
  isStruck = false,
): Promise<readonly Score[]> {
  const found: Score[] = []
  for (let from = 0; from < writings.length; from += 500) {
    const lot = writings.slice(from, from + 500)
    const cells = await drawnCells(lot, capture, 900 + from, (context, cell, pxPerMm, random) => {
      if (!isStruck) return
      const spot = { x: (cell.xMm + cell.widthMm / 2) * pxPerMm, y: (cell.yMm + cell.heightMm / 2) * pxPerMm }
      context.strokeStyle = '#23242b'
      strikeOut(context, { ...spot, heightPx: 5.4 * pxPerMm, penPx: 0.45 * pxPerMm }, random)
    })
    const readings = await reader.read(cells, alphabet)
    readings.forEach((reading, place) => found.push({ reading, truth: lot[place]?.truth ?? '' }))
  }
  return found
}

function letters(
  families: readonly string[],
  texts: readonly string[],
  times: number,
): (Writing & { truth: string })[] {
  return Array.from({ length: times }, () =>
    families.flatMap((family) => texts.map((text) => ({ kind: 'font' as const, family, text, truth: text }))),
  ).flat()
}

const digits = Array.from({ length: 10_000 }, (_, place) => ({
  kind: 'digit' as const,
  place,
  truth: String(labels[place]),
}))
const lowered = (text: string): string => text.toLowerCase()
const sets: readonly (readonly [string, CharacterAlphabet, Promise<readonly Score[]>])[] = [
  ['MNIST test digits, scanner', 'digits', scores(digits, 'scanner', 'digits')],
  ['MNIST test digits, phone', 'digits', scores(digits, 'phone', 'digits')],
  ...PRINT_FONTS.map(
    (family) =>
      [`capitals of ${family}`, 'letters', scores(letters([family], CAPITALS, 20), 'scanner', 'letters')] as const,
  ),
  ['capitals of all four, phone', 'letters', scores(letters(PRINT_FONTS, CAPITALS, 20), 'phone', 'letters')],
  ...CURSIVE_FONTS.map(
    (family) =>
      [
        `cursive capitals of ${family}`,
        'letters',
        scores(letters([family], CAPITALS, 20), 'scanner', 'letters'),
      ] as const,
  ),
  ['address capitals', 'email', scores(letters(PRINT_FONTS, CAPITALS, 10), 'scanner', 'email')],
  ['address signs', 'email', scores(letters(PRINT_FONTS, SIGNS, 25), 'scanner', 'email')],
  ['digits of the four', 'digits', scores(letters(PRINT_FONTS, Array.from('0123456789'), 20), 'scanner', 'digits')],
  [
    'struck-out digits',
    'digits',
    scores(
      digits.slice(0, 1000).map((digit) => ({ ...digit, truth: '' })),
      'scanner',
      'digits',
      true,
    ),
  ],
  [
    'empty cells',
    'digits',
    scores(
      Array.from({ length: 1000 }, () => ({ kind: 'nothing' as const, truth: '' })),
      'phone',
      'digits',
    ),
  ],
]

console.log(
  `| set | n | right | 95 % interval | ${THRESHOLDS.map((at) => `flagged, wrong unflagged at ${at}`).join(' | ')} |`,
)
console.log(`|---|---|---|---|${THRESHOLDS.map(() => '---|').join('')}`)
for (const [name, alphabet, pending] of sets) {
  const found = await pending
  const isRight = ({ reading, truth }: Score): boolean =>
    reading.text === (alphabet === 'email' ? lowered(truth) : truth)
  const right = found.filter(isRight).length
  const columns = THRESHOLDS.map((at) => {
    const sure = found.filter(({ reading }) => reading.confidence >= at)
    return `${percent(1 - sure.length / found.length)}, ${sure.filter((score) => !isRight(score)).length}`
  })
  console.log(
    `| ${name} | ${found.length} | ${percent(right / found.length)} | ${interval(right, found.length)} | ${columns.join(' | ')} |`,
  )
  if (showErrors !== '') console.log(confusions(found.filter((score) => !isRight(score))))
}

for (const capture of ['scanner', 'phone'] as const) {
  report(`whole numbers, ${capture}`, await readNumbers(reader, 500, capture, 31))
  report(`whole addresses, ${capture}`, await readAddresses(reader, 300, capture, 32))
}

function report(name: string, answers: readonly AnswerRead[]): void {
  const isWhole = ({ truth, reading }: AnswerRead): boolean => reading.text === truth
  const unflagged = answers.filter(({ reading }) => reading.confidence >= SURE_CONFIDENCE)
  const [right, n] = [answers.filter(isWhole).length, answers.length]
  const missed = unflagged.filter((answer) => !isWhole(answer)).length
  console.log(
    `${name}: ${right} of ${n} (${percent(right / n)}, ${interval(right, n)}); ${unflagged.length} unflagged, ${missed} of them wrong`,
  )
}

function confusions(wrong: readonly Score[]): string {
  const counts = new Map<string, number>()
  for (const { reading, truth } of wrong)
    counts.set(`${truth}>${reading.text}`, (counts.get(`${truth}>${reading.text}`) ?? 0) + 1)
  return [...counts]
    .toSorted((left, right) => right[1] - left[1])
    .slice(0, 14)
    .map(([pair, count]) => `${pair} ${count}`)
    .join('  ')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}

/** Wilson's interval. */
function interval(right: number, n: number): string {
  const [z, share] = [1.96, right / n]
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const reach = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n * n))) / (1 + z ** 2 / n)
  return `${percent(middle - reach)} to ${percent(Math.min(1, middle + reach))}`
}
