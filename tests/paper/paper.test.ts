import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeGrey } from '../../electron/scan/grey-picture.ts'
import { openCharacterReader } from '../../electron/scan/readers/characters.ts'
import type { CharacterReader } from '../../electron/scan/readers/characters.ts'
import { readSheet } from '../../electron/scan/read-sheet.ts'
import type { SheetReading } from '../../shared/domain/form-reading.ts'
import { harborviewSheet, SHEET_CHOICES } from '../../shared/domain/sample-sheets.ts'
import { registerPaperFonts } from './draw-sheet.ts'
import type { DrawnMark, SheetPlan } from './sheet-plan.ts'
import { DOUBTFUL_MARKS, NO_MARKS, planSet, planSheet, YES_MARKS } from './sheet-plan.ts'
import { takePicture } from './take-picture.ts'
import type { Tally } from './tally.ts'
import { tallyReading } from './tally.ts'

const VERSIONS = SHEET_CHOICES.map(harborviewSheet)
const MODEL = fileURLToPath(new URL('../../resources/models/characters-1.onnx', import.meta.url))
/** The bench has sets of its own, thousands of seeds away. */
const FIRST_SEED = 501

let characters: CharacterReader

beforeAll(async () => {
  registerPaperFonts()
  characters = await openCharacterReader(MODEL)
})

async function read(plan: SheetPlan): Promise<Omit<SheetReading, 'tookMs'> | null> {
  const picture = await decodeGrey(new Uint8Array(takePicture(plan)))
  const outcome = await readSheet(picture, VERSIONS, characters)
  return outcome.ok ? outcome.value.reading : null
}

describe('filled sheets of scanner, phone and webcam', () => {
  it('are all found, signed or not, with no Yes that nobody gave', { timeout: 120_000 }, async () => {
    const tally: Tally = {}
    for (const plan of planSet(FIRST_SEED, 7)) tallyReading(tally, plan, await read(plan))
    expect(tally.rectified).toEqual({ right: 7, of: 7 })
    expect(tally.false_yes?.right).toBe(0)
    expect(tally.boxes?.right).toBe(tally.boxes?.of)
    expect(tally.signature).toEqual({ right: 7, of: 7 })
    expect(tally.phone_digits?.right).toBeGreaterThanOrEqual((tally.phone_digits?.of ?? 0) * 0.95)
  })
})

describe('what stands in a box', () => {
  const marked = (marks: readonly DrawnMark[], seed: number): SheetPlan => {
    const plan = planSheet(seed, 'flatbed')
    const boxes = plan.version.layout.consentBoxes.map(({ purpose }, place) => [purpose, marks[place] ?? 'empty'])
    return { ...plan, wear: 'none', marks: Object.fromEntries(boxes) as SheetPlan['marks'] }
  }
  const marksOn = async (marks: readonly DrawnMark[], seed: number) =>
    Object.values((await read(marked(marks, seed)))?.boxes ?? {}).map(({ mark }) => mark)

  it('is a Yes when it is plainly one, and nothing when it is plainly empty', { timeout: 60_000 }, async () => {
    expect(await marksOn(['tick', 'cross', 'slash'], 31)).toEqual(['ticked', 'ticked', 'ticked'])
    expect(await marksOn(NO_MARKS.slice(0, 2), 32)).toEqual(['empty', 'empty', 'empty'])
  })

  it(
    'is never a Yes when it was struck out, scribbled over, corrected or set beside',
    { timeout: 60_000 },
    async () => {
      const doubtful = DOUBTFUL_MARKS.filter((mark) => mark !== 'between')
      const read = [
        ...(await marksOn(doubtful.slice(0, 3), 33)),
        ...(await marksOn([...doubtful.slice(3), 'between'], 34)),
      ]
      expect(read).not.toContain('ticked')
      expect(read.slice(0, 4)).toEqual(['unclear', 'unclear', 'unclear', 'unclear'])
    },
  )

  it('is never a No when somebody ticked it, however small or large', { timeout: 60_000 }, async () => {
    const read = [...(await marksOn(YES_MARKS.slice(0, 3), 35)), ...(await marksOn(YES_MARKS.slice(3), 36))]
    expect(read).not.toContain('empty')
  })
})

describe('where the signature belongs', () => {
  it('initials are one, and dash and dust on curled paper are none', { timeout: 60_000 }, async () => {
    const signed = async (signature: SheetPlan['signature'], seed: number) =>
      (await read({ ...planSheet(seed, 'photo'), wear: 'none', signature }))?.signature.isPresent
    expect(await signed('initials', 41)).toBe(true)
    expect(await signed('dash', 42)).toBe(false)
    expect(await signed('specks', 43)).toBe(false)
  })
})
