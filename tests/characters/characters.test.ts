import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CharacterModelError, openCharacterReader } from '../../electron/scan/readers/characters.ts'
import type { CharacterReader } from '../../electron/scan/readers/characters.ts'
import { CELL_INPUT_BYTES } from '../../electron/scan/vision/cell-input.ts'
import type { CellReading } from '../../shared/domain/form-reading.ts'
import { SURE_CONFIDENCE } from '../../shared/domain/form-reading.ts'
import { PRINT_FONTS, drawnCells, mnistTest, registerEvaluationFonts } from './drawn-cells.ts'
import type { Writing } from './drawn-cells.ts'

const MODEL = join(import.meta.dirname, '../../resources/models/characters-1.onnx')
const DIGITS = 500
const CAPITALS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

let reader: CharacterReader
beforeAll(async () => {
  registerEvaluationFonts()
  reader = await openCharacterReader(MODEL)
})

function share(readings: readonly CellReading[], truths: readonly string[]): number {
  return readings.filter(({ text }, place) => text === truths[place]).length / truths.length
}

describe('the model of characters', () => {
  it('reads digits that people wrote, and is hardly ever sure of a wrong one', async () => {
    const { labels } = mnistTest()
    const writings = Array.from({ length: DIGITS }, (_, place): Writing => ({ kind: 'digit', place: place * 20 }))
    const truths = writings.map((_, place) => String(labels[place * 20]))
    const readings = await reader.read(await drawnCells(writings, 'scanner', 11), 'digits')
    expect(share(readings, truths)).toBeGreaterThanOrEqual(0.99)
    const isSure = readings.map(({ confidence }) => confidence >= SURE_CONFIDENCE)
    expect(
      readings.filter(({ text }, place) => isSure[place] === true && text !== truths[place]).length,
    ).toBeLessThanOrEqual(1)
    expect(isSure.filter(Boolean).length / DIGITS).toBeGreaterThanOrEqual(0.9)
  })

  it('reads block capitals of hands that it has never seen', async () => {
    const writings = PRINT_FONTS.flatMap((family) => CAPITALS.map((text): Writing => ({ kind: 'font', family, text })))
    const truths = writings.map((writing) => (writing.kind === 'font' ? writing.text : ''))
    expect(
      share(await reader.read(await drawnCells(writings, 'scanner', 12), 'letters'), truths),
    ).toBeGreaterThanOrEqual(0.96)
  })

  it('reads the signs of an address, an underscore and a dash apart', async () => {
    const signs = Array.from('@.-_+')
    const writings = PRINT_FONTS.flatMap((family) => signs.map((text): Writing => ({ kind: 'font', family, text })))
    const readings = await reader.read(await drawnCells(writings, 'scanner', 13), 'email')
    expect(
      share(
        readings,
        PRINT_FONTS.flatMap(() => signs),
      ),
    ).toBeGreaterThanOrEqual(0.85)
  })

  it('takes an empty cell for empty and a struck-out one for something to look at', async () => {
    const empty = Array.from({ length: 40 }, (): Writing => ({ kind: 'nothing' }))
    for (const { text, confidence } of await reader.read(await drawnCells(empty, 'phone', 14), 'digits')) {
      expect(text).toBe('')
      expect(confidence).toBeGreaterThanOrEqual(SURE_CONFIDENCE)
    }
    const digits = Array.from({ length: 60 }, (_, place): Writing => ({ kind: 'digit', place }))
    const struck = await drawnCells(digits, 'scanner', 15, (context, { xMm, yMm }, pxPerMm, random) => {
      context.lineWidth = 0.5 * pxPerMm
      context.strokeStyle = '#23242b'
      context.beginPath()
      for (let turn = 0; turn < 9; turn += 1) {
        const x = (xMm + (turn % 2 === 0 ? 1 : 5.6) + random() * 0.6) * pxPerMm
        context.lineTo(x, (yMm + 1.2 + turn * 0.75 + random() * 0.4) * pxPerMm)
      }
      context.stroke()
    })
    const readings = await reader.read(struck, 'digits')
    expect(readings.filter(({ confidence }) => confidence >= SURE_CONFIDENCE)).toEqual([])
    expect(readings.filter(({ text }) => text === '').length).toBeGreaterThanOrEqual(54)
  })

  it('gives only what the field can hold, three other guesses, and the same for a cell alone or among many', async () => {
    const writings = CAPITALS.map((text): Writing => ({ kind: 'font', family: PRINT_FONTS[0], text }))
    const cells = await drawnCells(writings, 'scanner', 16)
    const many = await reader.read(Array.from({ length: 20 }, () => cells).flat(), 'digits')
    expect(many).toHaveLength(20 * CAPITALS.length)
    for (const { text, alternatives } of many) {
      expect(text).toMatch(/^[0-9]?$/)
      expect(alternatives).toHaveLength(3)
      for (const guess of alternatives) expect(guess.text).toMatch(/^[0-9]?$/)
    }
    const [alone] = await reader.read(cells.slice(0, 1), 'digits')
    expect(alone?.text).toBe(many[0]?.text)
    expect(alone?.confidence).toBeCloseTo(many[0]?.confidence ?? 0, 4)
    expect(await reader.read([], 'digits')).toEqual([])
  })

  it('names itself and stays under a megabyte', async () => {
    expect(reader.model).toBe('characters-1')
    expect((await readFile(MODEL)).length).toBeLessThan(1_000_000)
  })
})

describe('a damaged model', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'characters-'))
  })
  afterAll(async () => rm(folder, { recursive: true, force: true }))

  it('is refused in plain words', async () => {
    const path = join(folder, 'characters-1.onnx')
    await expect(openCharacterReader(path)).rejects.toThrow(CharacterModelError)
    await copyFile(MODEL.replace('.onnx', '.json'), path.replace('.onnx', '.json'))
    const whole = await readFile(MODEL)
    for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from('no model'), Buffer.alloc(0)]) {
      await writeFile(path, bytes)
      await expect(openCharacterReader(path)).rejects.toThrow(
        'The model of characters characters-1.onnx cannot be opened.',
      )
    }
    await writeFile(path, whole)
    await writeFile(path.replace('.onnx', '.json'), '{"name":"characters-1"}')
    await expect(openCharacterReader(path)).rejects.toThrow(CharacterModelError)
  })

  it('is refused when its card names other classes than it has', async () => {
    const path = join(folder, 'characters-1.onnx')
    await copyFile(MODEL, path)
    const card = JSON.parse(await readFile(MODEL.replace('.onnx', '.json'), 'utf8')) as { classes: string[] }
    await writeFile(path.replace('.onnx', '.json'), JSON.stringify({ ...card, classes: card.classes.slice(1) }))
    await expect(openCharacterReader(path)).rejects.toThrow(CharacterModelError)
  })

  it('does not stop the good one', async () => {
    const again = await openCharacterReader(MODEL)
    expect(await again.read([new Uint8Array(CELL_INPUT_BYTES)], 'email')).toHaveLength(1)
  })
})
