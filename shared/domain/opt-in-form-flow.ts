import { CELL, comb, combWidthMm, cornerMarks, rect } from './opt-in-form-cells.ts'
import { setExample, setSection } from './opt-in-form-flow-parts.ts'
import type { Flow } from './opt-in-form-flow-parts.ts'
import { setPurposes } from './opt-in-form-flow-purposes.ts'
import type { InkItem } from './opt-in-form-ink.ts'
import type { CombField, CombName, EndingBox, FormLayout, RectMm } from './opt-in-form-layout.ts'
import type { SheetChoice, WordedForm } from './opt-in-form-office.ts'
import { createSetter, EDGE_MM, lineWidthMm, PAPERS, roomOf, sizesOf } from './opt-in-form-setting.ts'
import { disclosureTexts } from './opt-in-form.ts'
import { brokenIntoLines } from './print-type.ts'

/** A sheet that was laid out, and how much of its page is left; below zero the words do not fit. */
export interface FlowedSheet {
  readonly layout: FormLayout
  readonly ink: readonly InkItem[]
  readonly spareMm: number
}

const CODE_MM = 21
/** The white that a QR code needs around it: four of its modules. */
const CODE_QUIET_MM = 4
const SIGNATURE_MM = 22
const NAME_CELLS = { letter: [11, 14], a4: [10, 14] } as const
const EMAIL_CELLS = { letter: 25, a4: 24 } as const
const ENDINGS = ['gmail.com', 'yahoo.com', 'outlook.com', 'icloud.com'] as const
/** So that the new layouts are told from the first one, which was set by hand. */
const LAYOUT_EDITION = 2

/** Lays the words out on one page, from the top down. `airMm` is added between its parts. */
export function flowSheet(words: WordedForm, choice: SheetChoice, step: number, airMm: number): FlowedSheet {
  const flow: Flow = { words, choice, room: roomOf(choice.paper), sizes: sizesOf(choice, step), set: createSetter() }
  const head = setHead(flow)
  const person = setPerson(flow, head.bottomMm + airMm)
  const purposes = setPurposes(flow, person.bottomMm + airMm)
  const disclosed = setDisclosures(flow, purposes.bottomMm + airMm)
  const signed = setSignature(flow, disclosed + airMm)
  const footTop = setFoot(flow)
  const page = PAPERS[choice.paper]
  const layout: FormLayout = {
    name: `${choice.paper}-${choice.size}-${LAYOUT_EDITION}`,
    ...page,
    marks: cornerMarks(page, EDGE_MM.x, EDGE_MM.y),
    codeSquare: head.codeSquare,
    combs: [...person.combs, signed.date],
    consentBoxes: purposes.boxes,
    endingBoxes: person.endingBoxes,
    signature: signed.signature,
  }
  return { layout, ink: flow.set.ink, spareMm: footTop - 1.5 - signed.bottomMm }
}

function setHead(flow: Flow): { readonly codeSquare: RectMm; readonly bottomMm: number } {
  const { words, room, sizes, set } = flow
  const { practice, heading, labels } = words
  const isLarge = flow.choice.size === 'large'
  const codeLeft = room.rightMm - CODE_QUIET_MM - CODE_MM
  const textRoom = codeLeft - CODE_QUIET_MM - room.leftMm
  const facts = [practice.address, practice.phone].filter((fact) => fact !== '').join('  ·  ')
  const named = set.paragraph(practice.legalName, room.leftMm, room.topMm, textRoom, {
    sizeMm: sizes.name,
    weight: 700,
    tone: 'accent',
  })
  const address = { sizeMm: sizes.address, weight: 400, tone: 'soft' } as const
  const told = set.paragraph(facts, room.leftMm, named + 0.6, textRoom, address)
  const title = { sizeMm: sizes.heading, weight: 700, tone: 'ink' } as const
  const headed = set.paragraph(heading, room.leftMm, told + (isLarge ? 1.6 : 4), textRoom, title)
  // The code's caption hangs below it: `EN-2 / 001001`.
  const top = Math.max(headed, room.topMm + CODE_MM + 4.6) + (isLarge ? 1.2 : 2)
  const body = { sizeMm: sizes.label, weight: 400, tone: 'ink' } as const
  const example = setExample(flow, top)
  const introRoom = example.leftMm - 3 - room.leftMm
  const intro = set.paragraph(labels.intro, room.leftMm, top, introRoom, body)
  return {
    codeSquare: rect(codeLeft, room.topMm, CODE_MM, CODE_MM),
    bottomMm: Math.max(intro, example.bottomMm) + 2,
  }
}

interface PersonPart {
  readonly combs: readonly CombField[]
  readonly endingBoxes: readonly EndingBox[]
  readonly bottomMm: number
}

function setPerson(flow: Flow, topMm: number): PersonPart {
  const { words, choice, room, sizes, set } = flow
  const { labels } = words
  const hint = { sizeMm: sizes.hint, weight: 400, tone: 'soft' } as const
  const names = NAME_CELLS[choice.paper]
  const lastLeft = room.rightMm - combWidthMm([names[1]])
  const row = setSection(flow, 1, labels.sections[0], '', topMm)
  const first = setComb(flow, 'first_name', labels.firstName, room.leftMm, row, [names[0]])
  const last = setComb(flow, 'last_name', labels.lastName, lastLeft, row, [names[1]])
  const mobile = setComb(flow, 'mobile', labels.mobile, room.leftMm, first.bottomMm + 1.8, [3, 3, 4])
  const hintLeft = room.leftMm + combWidthMm([3, 3, 4]) + 4
  set.paragraph(labels.mobileHint, hintLeft, mobile.bottomMm - CELL.heightMm + 1, room.rightMm - hintLeft, hint)
  const named = { combs: [first.comb, last.comb, mobile.comb], endingBoxes: [], bottomMm: mobile.bottomMm + 2.2 }
  // Nobody has to tell an e-mail address. In large print its room is worth more to the words that are signed.
  if (choice.size === 'large') return named
  const email = setComb(flow, 'email', labels.email, room.leftMm, mobile.bottomMm + 1.8, [EMAIL_CELLS[choice.paper]])
  const endings = setEndings(flow, email.bottomMm + 1.7)
  return {
    combs: [...named.combs, email.comb],
    endingBoxes: endings.endingBoxes,
    bottomMm: endings.bottomMm + 2.2,
  }
}

function setComb(
  { set, sizes }: Flow,
  name: CombName,
  label: string,
  xMm: number,
  topMm: number,
  groups: readonly number[],
): { readonly comb: CombField; readonly bottomMm: number } {
  const labelled = set.line(label, xMm, topMm, { sizeMm: sizes.label, weight: 600, tone: 'ink' })
  const characters = name === 'email' ? 'email' : name.endsWith('name') ? 'letters' : 'digits'
  const yMm = labelled + 0.5
  return { comb: { name, characters, ...comb(xMm, yMm, groups) }, bottomMm: yMm + CELL.heightMm }
}

/** The endings stand behind their hint when there is room, else under it. */
function setEndings(
  { words, room, sizes, set }: Flow,
  topMm: number,
): { readonly endingBoxes: readonly EndingBox[]; readonly bottomMm: number } {
  const { emailHint } = words.labels
  const hint = { sizeMm: sizes.hint, weight: 400, tone: 'soft' } as const
  const word = { sizeMm: sizes.hint, weight: 400, tone: 'ink' } as const
  const box = sizes.endingBox
  const widths = ENDINGS.map((ending) => box + 1.2 + lineWidthMm(`@${ending}`, word))
  const hintWidth = lineWidthMm(emailHint, hint) + 4
  const least = widths.reduce((sum, width) => sum + width + 3.4, -3.4)
  const isOneLine = hintWidth + least <= room.rightMm - room.leftMm
  const yMm = isOneLine ? topMm : set.line(emailHint, room.leftMm, topMm, hint) + 0.8
  if (isOneLine) set.beside(emailHint, room.leftMm, topMm + box / 2, hint)
  const from = room.leftMm + (isOneLine ? hintWidth : 0)
  const gap = Math.min(8, 3.4 + (room.rightMm - from - least) / (ENDINGS.length - 1))
  let xMm = from
  const endingBoxes = ENDINGS.map((ending, place) => {
    const endingBox = { ending, ...rect(xMm, yMm, box, box) }
    set.beside(`@${ending}`, xMm + box + 1.2, yMm + box / 2, word)
    xMm += (widths[place] ?? 0) + gap
    return endingBox
  })
  return { endingBoxes, bottomMm: yMm + box }
}

function setDisclosures(flow: Flow, topMm: number): number {
  const { words, room, sizes, set } = flow
  const style = { sizeMm: sizes.disclosure, weight: 400, tone: 'ink' } as const
  const indent = sizes.disclosure * 1.1
  let y = setSection(flow, 3, words.labels.sections[2], '', topMm)
  for (const text of disclosureTexts(words)) {
    const dot = sizes.disclosure * 0.3
    set.area(room.leftMm + 0.6, y + sizes.disclosure * 0.42 - dot / 2 + 0.05, dot, dot, 'accent')
    y =
      set.paragraph(text, room.leftMm + indent, y, room.rightMm - room.leftMm - indent, style) + sizes.disclosure * 0.2
  }
  return y + 1.4
}

function setSignature(
  flow: Flow,
  topMm: number,
): { readonly signature: RectMm; readonly date: CombField; readonly bottomMm: number } {
  const { words, choice, room, sizes, set } = flow
  const { labels, consentLine } = words
  // Large print has no room for a fourth heading; the bold line begins with "By signing".
  const headed = choice.size === 'large' ? topMm : setSection(flow, 4, labels.sections[3], '', topMm)
  const consent = { sizeMm: sizes.body, weight: 600, tone: 'ink' } as const
  const top = set.paragraph(consentLine, room.leftMm, headed, room.rightMm - room.leftMm, consent) + 2
  const dateLeft = room.rightMm - combWidthMm([2, 2, 4])
  const signature = rect(room.leftMm, top, Math.floor(dateLeft - room.leftMm - 6), SIGNATURE_MM)
  const hint = { sizeMm: sizes.hint, weight: 400, tone: 'soft' } as const
  set.area(room.leftMm + 12, top + 15.4, signature.widthMm - 18, 0.2, 'soft')
  set.line('×', room.leftMm + 5, top + 11.4, { sizeMm: 6, weight: 400, tone: 'soft' })
  set.line(labels.signature, room.leftMm + 12, top + 16.2, hint)
  const date = setComb(flow, 'signed_on', labels.date, dateLeft, top + 2, [2, 2, 4])
  date.comb.cells.forEach((cell, place) => {
    set.line(labels.dateLetters[place] ?? '', cell.xMm + CELL.widthMm / 2, date.bottomMm + 0.5, hint, 'center')
  })
  return { signature, date: date.comb, bottomMm: top + SIGNATURE_MM }
}

/** Sets the last lines from the bottom up, between the lower marks, and gives their upper edge. */
function setFoot({ words, room, sizes, set, choice }: Flow): number {
  const { labels } = words
  const style = { sizeMm: sizes.foot, weight: 400, tone: 'soft' } as const
  const centered = (text: string, topMm: number): number =>
    set.line(text, PAPERS[choice.paper].pageWidthMm / 2, topMm, style, 'center')
  const width = room.rightMm - room.leftMm - 4
  const record = choice.size === 'large' ? [] : brokenIntoLines(labels.record, width, style.sizeMm, style.weight)
  const lines = [...record, labels.edition]
  const height = lines.length * sizes.foot * 1.24
  lines.forEach((line, place) => centered(line, room.bottomMm - height + place * sizes.foot * 1.24))
  return room.bottomMm - height
}
