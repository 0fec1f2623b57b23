import { rect } from './opt-in-form-cells.ts'
import { setSection } from './opt-in-form-flow-parts.ts'
import type { Flow } from './opt-in-form-flow-parts.ts'
import type { FormPurpose } from './opt-in-form.ts'
import type { ConsentBox } from './opt-in-form-layout.ts'
import { lineWidthMm } from './opt-in-form-setting.ts'

/** The white below a box before the next one: a generous tick must not reach it. */
const BETWEEN_BOXES_MM = 10.3
/** From a box to the words beside it. */
const BESIDE_BOX_MM = 6
/**
 * How far below the title's upper edge a box stands: 5 mm around it are white, under the heading too. A tick may swing into
 * them, and a reader takes all ink there for the pen's.
 */
const BELOW_TITLE_MM = { regular: 3.8, large: 4.8 } as const

/** Sets the kinds of text one below the other, each with a box of its own. */
export function setPurposes(
  flow: Flow,
  topMm: number,
): { readonly boxes: readonly ConsentBox[]; readonly bottomMm: number } {
  const { words, choice, sizes } = flow
  const boxes: ConsentBox[] = []
  let y = setSection(flow, 2, words.labels.sections[1], words.labels.purposesHint, topMm) + 0.6
  let textBottom = y
  for (const purpose of words.purposes) {
    const box = {
      purpose: purpose.purpose,
      ...rect(flow.room.leftMm + 0.5, y + BELOW_TITLE_MM[choice.size], sizes.box, sizes.box),
    }
    textBottom = setPurpose(flow, purpose, y)
    boxes.push(box)
    y = Math.max(textBottom + sizes.body * 0.5, y + sizes.box + BETWEEN_BOXES_MM)
  }
  const lastBox = boxes.at(-1)
  const boxBottom = lastBox ? lastBox.yMm + lastBox.heightMm : topMm
  return { boxes, bottomMm: Math.max(textBottom, boxBottom) + 2.2 }
}

/** Title, how often, and the sentence that a tick agrees to; gives their lower edge. */
function setPurpose({ room, sizes, set }: Flow, purpose: FormPurpose, topMm: number): number {
  const left = room.leftMm + 0.5 + sizes.box + BESIDE_BOX_MM
  const titled = { sizeMm: sizes.title, weight: 700, tone: 'ink' } as const
  const often = { sizeMm: sizes.label, weight: 600, tone: 'soft' } as const
  const body = { sizeMm: sizes.body, weight: 400, tone: 'ink' } as const
  const titleBottom = set.line(purpose.title, left, topMm, titled)
  const oftenLeft = room.rightMm - lineWidthMm(purpose.frequency, often)
  const isBeside = left + lineWidthMm(purpose.title, titled) + 4 <= oftenLeft
  // On the title's baseline, so that the two read as one line.
  const oftenTop = isBeside ? topMm + 0.75 * (sizes.title - sizes.label) : titleBottom
  const oftenBottom = set.line(purpose.frequency, isBeside ? oftenLeft : left, oftenTop, often)
  return set.paragraph(purpose.sentence, left, Math.max(titleBottom, oftenBottom) + 0.5, room.rightMm - left, body)
}
