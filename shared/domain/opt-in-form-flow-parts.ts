import type { SheetChoice, WordedForm } from './opt-in-form-office.ts'
import type { Setter, SheetRoom, TypeSizes } from './opt-in-form-setting.ts'
import { lineWidthMm } from './opt-in-form-setting.ts'

/** A page that is being laid out. */
export interface Flow {
  readonly words: WordedForm
  readonly choice: SheetChoice
  readonly room: SheetRoom
  readonly sizes: TypeSizes
  readonly set: Setter
}

/** Shapes that hands write in many ways, shown as a reader likes them best. */
const EXAMPLE_LETTERS = 'AEGO0147'

/** Sets the heading of a part: its number, its title, a hint behind it or under it. Gives where the part begins. */
export function setSection(flow: Flow, number: number, title: string, hint: string, topMm: number): number {
  const { choice, room, sizes, set } = flow
  const side = sizes.section * 1.26
  const middle = topMm + side / 2
  const heading = { sizeMm: sizes.section, weight: 700, tone: 'accent' } as const
  const digit = { sizeMm: sizes.section * 0.9, weight: 700, tone: 'white' } as const
  const body = { sizeMm: sizes.body, weight: 400, tone: 'ink' } as const
  const titleLeft = room.leftMm + side + 2.6
  set.area(room.leftMm, topMm, side, side, 'accent')
  const digitLeft = room.leftMm + (side - lineWidthMm(String(number), digit)) / 2
  set.beside(String(number), digitLeft, middle, digit)
  set.beside(title, titleLeft, middle, heading)
  set.area(room.leftMm, topMm + side, room.rightMm - room.leftMm, 0.25, 'accent')
  const below = topMm + side + (choice.size === 'large' ? 1.2 : 2.4)
  if (hint === '') return below
  const hintLeft = titleLeft + lineWidthMm(title, heading) + 3.4
  const isBehind = hintLeft + lineWidthMm(hint, body) <= room.rightMm
  if (!isBehind) return set.paragraph(hint, room.leftMm, below, room.rightMm - room.leftMm, body) + 0.8
  set.beside(hint, hintLeft, middle, body)
  return below
}

/** Sets the row of model characters at the right; gives its left end with its title, and its lower edge. */
export function setExample(
  { words, room, sizes, set }: Flow,
  topMm: number,
): { readonly leftMm: number; readonly bottomMm: number } {
  const letters = Array.from(EXAMPLE_LETTERS)
  const [width, height] = [sizes.model * 1.15, sizes.model * 1.45]
  const left = room.rightMm - letters.length * width
  const model = { sizeMm: sizes.model, weight: 400, tone: 'ink' } as const
  const hint = { sizeMm: sizes.hint, weight: 400, tone: 'soft' } as const
  letters.forEach((letter, place) => {
    const x = left + place * width
    set.frame(x, topMm, width, height, 0.18, 'cell')
    set.beside(letter, x + (width - lineWidthMm(letter, model)) / 2, topMm + height / 2, model)
  })
  const titleLeft = left - 1.6 - lineWidthMm(words.labels.exampleTitle, hint)
  set.beside(words.labels.exampleTitle, titleLeft, topMm + height / 2, hint)
  return { leftMm: titleLeft, bottomMm: topMm + height }
}
