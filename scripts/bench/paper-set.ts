import { fileURLToPath } from 'node:url'
import { openNodeWorkshop } from '../../electron/workshop/node-link.ts'
import type { SheetOutcome } from '../../electron/workshop/port.ts'
import { createWorkshop } from '../../electron/workshop/workshop.ts'
import { harborviewSheet, SHEET_CHOICES } from '../../shared/domain/sample-sheets.ts'
import { registerPaperFonts } from '../../tests/paper/draw-sheet.ts'
import type { SheetPlan } from '../../tests/paper/sheet-plan.ts'
import { planSet } from '../../tests/paper/sheet-plan.ts'
import { takePicture } from '../../tests/paper/take-picture.ts'

/** A sheet that was read by the workshop process as the desk has it read. Null: it refused the file itself. */
export interface ReadPaper {
  readonly plan: SheetPlan
  readonly outcome: SheetOutcome | null
  readonly tookMs: number
}

const MODEL_PATH = fileURLToPath(new URL('../../resources/models/characters-1.onnx', import.meta.url))

/** Draws the set with that first seed and reads it, sheet by sheet, handing each over; nothing is kept. */
export async function readPaperSet(
  firstSeed: number,
  forms: number,
  take: (paper: ReadPaper) => Promise<void>,
): Promise<void> {
  registerPaperFonts()
  const versions = SHEET_CHOICES.map(harborviewSheet)
  const workshop = createWorkshop(openNodeWorkshop)
  for (const plan of planSet(firstSeed, forms)) {
    const bytes = new Uint8Array(takePicture(plan))
    const startedAt = performance.now()
    const given = { name: `${plan.seed}.jpg`, bytes, pageNo: 1, versions, modelPath: MODEL_PATH }
    const read = await workshop.run('readSheet', given)
    await take({ plan, outcome: read.ok ? read.value : null, tookMs: performance.now() - startedAt })
  }
  workshop.close()
}
