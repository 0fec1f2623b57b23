import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { openCharacterReader } from '../../electron/scan/readers/characters.ts'
import type { CharacterReader } from '../../electron/scan/readers/characters.ts'
import { cellNeed } from '../../shared/domain/form-reading.ts'
import { readAddresses, readNumbers } from './drawn-answers.ts'
import type { AnswerRead } from './drawn-answers.ts'
import { registerEvaluationFonts } from './drawn-cells.ts'

let reader: CharacterReader
beforeAll(async () => {
  registerEvaluationFonts()
  reader = await openCharacterReader(join(import.meta.dirname, '../../resources/models/characters-1.onnx'))
})

const isWhole = ({ truth, reading }: AnswerRead): boolean => reading.text === truth
const isUnflagged = ({ reading }: AnswerRead): boolean => reading.cells.every((cell) => cellNeed(cell) === 'sure')

it('reads whole numbers, and none wrong that nobody is asked about', async () => {
  const answers = await readNumbers(reader, 60, 'phone', 21)
  expect(answers.filter(isWhole).length).toBeGreaterThanOrEqual(56)
  expect(answers.filter((answer) => isUnflagged(answer) && !isWhole(answer))).toEqual([])
  expect(answers.filter(isUnflagged).length).toBeGreaterThanOrEqual(35)
})

it('reads whole addresses, and no wrong domain silently', async () => {
  const answers = await readAddresses(reader, 40, 'scanner', 22)
  expect(answers.filter(isWhole).length).toBeGreaterThanOrEqual(28)
  for (const { truth, reading } of answers) {
    const [domain, read] = [truth, reading.text].map((text) => text.slice(text.indexOf('@') + 1))
    if (domain === read) continue
    expect(reading.cells.slice(-(domain?.length ?? 0)).some((cell) => cellNeed(cell) !== 'sure')).toBe(true)
  }
})
