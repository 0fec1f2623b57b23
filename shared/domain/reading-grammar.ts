import type { CellReading, FieldReading } from './form-reading.ts'
import { SURE_CONFIDENCE } from './form-reading.ts'
import type { CombField } from './opt-in-form-layout.ts'
import { doubted } from './reading-cells.ts'
import { readDate } from './reading-date.ts'
import { readEmail } from './reading-email.ts'
import { readPhone } from './reading-phone.ts'

/**
 * Turns the cells of a comb into its text by the field's own grammar: a number as ten digits, a day as `2026-11-24`, an
 * e-mail address in small letters, a name in capitals. The grammar may choose another of a cell's guesses and then asks for
 * a look. It makes a cell no surer than the eye was, but for look-alikes in an address, which no eye can tell apart.
 */
export function readField(comb: CombField, cells: readonly CellReading[]): FieldReading {
  switch (comb.name) {
    case 'mobile': {
      const read = readPhone(cells)
      return field(joined(read), read)
    }
    case 'signed_on': {
      const { text, cells: read } = readDate(cells)
      return field(text, read)
    }
    case 'email': {
      const read = readEmail(cells)
      return field(joined(read), read)
    }
    case 'first_name':
    case 'last_name': {
      const read = readName(cells)
      return field(nameText(read), read)
    }
  }
}

function field(text: string, cells: readonly CellReading[]): FieldReading {
  return { text, cells, confidence: Math.min(1, ...cells.map(({ confidence }) => confidence)) }
}

function joined(cells: readonly CellReading[]): string {
  return cells.map(({ text }) => text).join('')
}

/** A name is snapped to no list. A sign where a name has none, at an end or beside another, is only doubted. */
function readName(cells: readonly CellReading[]): readonly CellReading[] {
  const isLetter = (cell: CellReading | undefined): boolean => /^[A-Z]$/.test(cell?.text ?? '')
  return cells.map((cell, place) => {
    const isSign = cell.text === '-' || cell.text === "'"
    return isSign && !(isLetter(cells[place - 1]) && isLetter(cells[place + 1])) ? doubted(cell) : cell
  })
}

/** A cell left empty between letters is a space; one struck out, never sure, is skipped. */
function nameText(cells: readonly CellReading[]): string {
  return cells
    .map(({ text, confidence }) => (text === '' && confidence >= SURE_CONFIDENCE ? ' ' : text))
    .join('')
    .trim()
    .replace(/ +/g, ' ')
}
