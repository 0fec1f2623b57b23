import { cellNeed, UNREADABLE_CONFIDENCE } from '../../../shared/domain/form-reading.ts'
import type { CellReading, FieldReading } from '../../../shared/domain/form-reading.ts'

/** How a character on the line came there, and whether it needs an eye. */
export type SlotNeed = 'sure' | 'look' | 'unreadable' | 'typed' | 'gap'

/** One place of the line under a row of cells. */
export interface Slot {
  /** One character; {@link UNREADABLE} where the machine could not read it. */
  readonly text: string
  readonly need: SlotNeed
  /** What else it may be, the likeliest first. */
  readonly others: readonly string[]
  /** The cell above it, counted from 0; null where nothing is printed. */
  readonly cell: number | null
}

/** Stands where a cell could not be read: an empty place is noticed, a wrong guess is not. It is never saved. */
export const UNREADABLE = '□'

/** As many others as there are keys for them. */
const MOST_OTHERS = 3
/** A cell that is perhaps empty is asked about only where it is so likely that something stands in it, whatever it is. */
const LIKELY_INK = 0.25

/** How a row of cells is written: in capitals, which become a name; in groups of digits; as an address. */
export type RowKind = 'name' | 'digits' | 'email'

/** Lays the reading of a field out as slots. `groups` are the lengths of its printed parts, for example 3-3-4. */
export function slotsOf(field: FieldReading, kind: RowKind, groups: readonly number[] = []): readonly Slot[] {
  const slots = trimmed(field.cells.map((cell, place) => slotOf(cell, place, kind)))
  if (kind === 'digits') return inGroups(slots.filter(isWritten), groups)
  if (kind === 'name') return asName(slots)
  const written = slots.filter(isWritten)
  return [...written, ...endingOf(field, written)]
}

/** The text of a line, with {@link UNREADABLE} where something is missing. */
export function slotText(slots: readonly Slot[]): string {
  return slots.map(({ text }) => text).join('')
}

/** Whether a place is left that the machine could not read and nobody has filled. */
export function hasUnreadable(slots: readonly Slot[]): boolean {
  return slots.some(({ text }) => text === UNREADABLE)
}

/** Whether an eye has to come here. */
export function isDoubtful({ need }: Slot): boolean {
  return need === 'look' || need === 'unreadable'
}

/** The next doubtful place after (or before) one; undefined when there is none. */
export function nextDoubt(slots: readonly Slot[], from: number, step: 1 | -1 = 1): number | undefined {
  for (let place = from + step; place >= 0 && place < slots.length; place += step) {
    const slot = slots[place]
    if (slot && isDoubtful(slot)) return place
  }
  return undefined
}

/** The line after a person typed in it: what stays keeps its cell and its doubt, what is new is the person's own. */
export function retype(slots: readonly Slot[], text: string): readonly Slot[] {
  const before = slots.map((slot) => slot.text)
  const after = Array.from(text)
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const gone = slots.slice(head, slots.length - tail)
  const typed = after.slice(head, after.length - tail).map((letter, place): Slot => {
    const old = gone[place]
    return { text: letter, need: 'typed', others: old?.others ?? [], cell: old?.cell ?? null }
  })
  return [...slots.slice(0, head), ...typed, ...slots.slice(slots.length - tail)]
}

/** Takes another of the likely characters for the one at a place. */
export function takeOther(slots: readonly Slot[], place: number, other: string): readonly Slot[] {
  return slots.map((slot, at) => (at === place ? { ...slot, text: other, need: 'typed' } : slot))
}

function slotOf(cell: CellReading, place: number, kind: RowKind): Slot {
  const guesses = [cell, ...cell.alternatives]
  const need = cellNeed(cell)
  const isBlank = cell.text === '' && 1 - cell.confidence < LIKELY_INK
  const isUnreadable = !isBlank && (cell.confidence < UNREADABLE_CONFIDENCE || cell.text === '')
  const text = isUnreadable ? UNREADABLE : spell(cell.text, kind)
  const others = guesses
    .map((guess) => spell(guess.text, kind))
    .filter((other, at, all) => other !== '' && other !== text && all.indexOf(other) === at)
    .slice(0, MOST_OTHERS)
  return { text, need: isUnreadable ? 'unreadable' : need, others: need === 'sure' ? [] : others, cell: place }
}

function spell(text: string, kind: RowKind): string {
  return kind === 'email' ? text.toLowerCase() : text
}

function isWritten({ text }: Slot): boolean {
  return text !== ''
}

/** Without the cells before the first and after the last in which something stands. */
function trimmed(slots: readonly Slot[]): readonly Slot[] {
  const first = slots.findIndex(isWritten)
  return first < 0 ? [] : slots.slice(first, slots.findLastIndex(isWritten) + 1)
}

/** A space where the paper has one, so that each digit stays under its cell. */
function inGroups(slots: readonly Slot[], groups: readonly number[]): readonly Slot[] {
  const groupOf = (cell: number): number => {
    let end = 0
    return groups.findIndex((length) => cell < (end += length))
  }
  return slots.flatMap((slot, place) => {
    const before = slots[place - 1]
    const isNext = before !== undefined && groupOf(before.cell ?? 0) !== groupOf(slot.cell ?? 0)
    return isNext ? [{ text: ' ', need: 'gap', others: [], cell: null } as const, slot] : [slot]
  })
}

/** "MARIA JOSE" is written "Maria Jose"; an empty cell between two words is their space. */
function asName(slots: readonly Slot[]): readonly Slot[] {
  const spaced = slots
    .map((slot): Slot => (slot.text === '' ? { ...slot, text: ' ', need: 'gap' } : slot))
    .filter((slot, place, all) => slot.text !== ' ' || all[place - 1]?.text !== ' ')
  return spaced.map((slot, place) => {
    const isFirst = !/[\p{L}□]/u.test(spaced[place - 1]?.text ?? ' ')
    const written = (letter: string): string => (isFirst ? letter.toUpperCase() : letter.toLowerCase())
    return { ...slot, text: written(slot.text), others: slot.others.map(written) }
  })
}

/** What a printed box beside the cells stands for: its first character asks for a look, the rest goes with it. */
function endingOf(field: FieldReading, written: readonly Slot[]): readonly Slot[] {
  const said = slotText(written).toLowerCase()
  const text = field.text.toLowerCase()
  const shown = written.map((slot, place) => (slot.text === UNREADABLE ? (text[place] ?? '') : slot.text)).join('')
  const ending = text.startsWith(said)
    ? text.slice(said.length)
    : text.startsWith(shown)
      ? text.slice(shown.length)
      : ''
  return Array.from(ending, (letter, place) => ({
    text: letter,
    need: place === 0 ? 'look' : 'sure',
    others: [],
    cell: null,
  }))
}
