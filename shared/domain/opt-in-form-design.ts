import type { SheetPoint } from './form-points.ts'
import type { FormVersion } from './opt-in-form.ts'
import { missingFromForm } from './opt-in-form-checklist.ts'
import { flowSheet } from './opt-in-form-flow.ts'
import type { FlowedSheet } from './opt-in-form-flow.ts'
import { wordForm } from './opt-in-form-office.ts'
import type { Edition, FormOffice, SheetChoice, WordedForm } from './opt-in-form-office.ts'
import { TYPE_STEPS } from './opt-in-form-setting.ts'
import { unprintableIn } from './print-type.ts'

/** A sheet as it would be printed, and what it lacks; one that lacks anything is never printed. */
export interface DesignedForm {
  readonly version: FormVersion
  readonly missing: readonly SheetPoint[]
  /** The characters that cannot be printed, each once. */
  readonly unprintable: string
}

/** How much air the parts of a sheet get at most, when there is room. */
const MOST_AIR_MM = 4
const GAPS_BETWEEN_PARTS = 4

/** Designs an office's sheet: its words, its layout, and what of the checklist it does not meet. */
export function designForm(office: FormOffice, choice: SheetChoice, edition: Edition): DesignedForm {
  const words = wordForm(office, choice, edition)
  const { layout, ink, spareMm } = bestFit(words, choice)
  const version: FormVersion = { ...words, layout, ink }
  const unprintable = unprintableIn(ink.map((item) => (item.kind === 'line' ? item.words : '')).join(''))
  const missing: SheetPoint[] = [...missingFromForm(version)]
  if (unprintable !== '') missing.push('letters')
  if (spareMm < 0) missing.push('room')
  return { version, missing, unprintable }
}

/** The largest type whose words fit, with what is left of the page between the parts. */
function bestFit(words: WordedForm, choice: SheetChoice): FlowedSheet {
  const steps = TYPE_STEPS[choice.size]
  for (const step of steps) {
    const { spareMm } = flowSheet(words, choice, step, 0)
    // A hair is kept back: what is added up in another order must not end below zero.
    const airMm = Math.max(0, spareMm - 0.1) / GAPS_BETWEEN_PARTS
    if (spareMm >= 0) return flowSheet(words, choice, step, Math.min(MOST_AIR_MM, airMm))
  }
  return flowSheet(words, choice, steps.at(-1) ?? steps[0], 0)
}
