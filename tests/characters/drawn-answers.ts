import type { CharacterReader } from '../../electron/scan/readers/characters.ts'
import { seededRandom } from '../../scripts/samples/random.ts'
import type { CombName } from '../../shared/domain/opt-in-form-layout.ts'
import { LETTER_LAYOUT, combOf } from '../../shared/domain/opt-in-form-layout.ts'
import type { FieldReading } from '../../shared/domain/form-reading.ts'
import { readField } from '../../shared/domain/reading-grammar.ts'
import { AREA_CODE_ZONES } from '../../shared/rules/area-code-zones.ts'
import { PRINT_FONTS, drawnCells, mnistTest } from './drawn-cells.ts'
import type { Capture, Writing } from './drawn-cells.ts'

/** An answer as it was written, and as it was read. */
export interface AnswerRead {
  readonly truth: string
  readonly reading: FieldReading
}

/** Numbers that the plan allows, each digit by another of MNIST's test writers. */
export async function readNumbers(reader: CharacterReader, count: number, capture: Capture, seed: number) {
  const random = seededRandom(seed)
  const areas = Object.values(AREA_CODE_ZONES.codesByZone).flatMap((codes) => codes.trim().split(/\s+/))
  const whole = (below: number): number => Math.floor(random() * below)
  const truths = Array.from({ length: count }, () => {
    const area = areas[whole(areas.length)] ?? '206'
    return `${area}${2 + whole(8)}${whole(10)}${2 + whole(8)}${String(whole(10_000)).padStart(4, '0')}`
  })
  const { labels } = mnistTest()
  const placesOf = Array.from({ length: 10 }, (_, digit) =>
    Array.from(labels.keys()).filter((place) => labels[place] === digit),
  )
  const write = (digit: string): Writing => {
    const places = placesOf[Number(digit)] ?? []
    return { kind: 'digit', place: places[whole(places.length)] ?? 0 }
  }
  return readAnswers(reader, 'mobile', truths, write, capture, seed)
}

const FIRST = ['ana', 'jose', 'mary.lee', 'kofi', 'linda', 'b.okafor', 'sam', 'grace', 'wei', 'p-novak', 'olu', 'igor']
const LAST = ['vega', 'smith', 'quinn', 'zhou', 'diaz', 'baker', 'fox', 'hill', 'juarez', 'king', 'young', 'moore']
const ENDINGS = ['gmail.com', 'yahoo.com', 'outlook.com', 'icloud.com', 'aol.com', 'comcast.net', 'nw.edu', 'mill.org']

/** Addresses in the capitals of hands the model has not seen; a quarter of them end in a domain that no list knows. */
export async function readAddresses(reader: CharacterReader, count: number, capture: Capture, seed: number) {
  const random = seededRandom(seed)
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const truths = Array.from({ length: count }, () => {
    const digits = random() < 0.4 ? String(Math.floor(random() * 100)) : ''
    return `${one(FIRST)}${random() < 0.5 ? one(['.', '_', '']) : ''}${one(LAST)}${digits}@${one(ENDINGS)}`.slice(-26)
  })
  let family: string = PRINT_FONTS[0]
  const write = (character: string, place: number): Writing => {
    if (place === 0) family = one(PRINT_FONTS)
    return { kind: 'font', family, text: character.toUpperCase() }
  }
  return readAnswers(reader, 'email', truths, write, capture, seed)
}

async function readAnswers(
  reader: CharacterReader,
  name: CombName,
  truths: readonly string[],
  write: (character: string, place: number) => Writing,
  capture: Capture,
  seed: number,
): Promise<readonly AnswerRead[]> {
  const comb = combOf(LETTER_LAYOUT, name)
  if (comb === undefined) throw new Error(`The sheet has no ${name}.`)
  const writings = truths.map((truth) => Array.from(truth, write))
  const cells = await drawnCells(writings.flat(), capture, seed)
  const readings = await reader.read(cells, comb.characters)
  let from = 0
  return truths.map((truth) => {
    const reading = readField(comb, readings.slice(from, (from += truth.length)))
    return { truth, reading }
  })
}
