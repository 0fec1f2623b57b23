import type { Canvas } from '@napi-rs/canvas'
import { createCanvas } from '@napi-rs/canvas'
import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import type { CombName } from '../../shared/domain/opt-in-form-layout.ts'
import { boxOf, combOf } from '../../shared/domain/opt-in-form-layout.ts'
import type { SampleForm } from '../../shared/domain/sample-practice.ts'
import { drawBlankForm } from './draw-form.ts'
import type { FilledForm } from './filled-forms.ts'
import { markBox, sign, writeCharacter } from './ink.ts'
import { paperPen } from './paper-pen.ts'
import { seededRandom } from './random.ts'

/** Draws the sheet with its ink, flat and clean, at the given number of pixels per millimetre. */
export function drawFilledForm(version: FormVersion, form: FilledForm, pxPerMm: number): Canvas {
  const { layout } = version
  const { truth, hand } = form
  const canvas = createCanvas(Math.round(layout.pageWidthMm * pxPerMm), Math.round(layout.pageHeightMm * pxPerMm))
  const pen = paperPen(canvas.getContext('2d'), pxPerMm)
  const random = seededRandom(form.seed)
  drawBlankForm(pen, version, truth.serial)
  for (const [name, answer] of answers(truth)) {
    const cells = combOf(layout, name)?.cells ?? []
    if (answer.length > cells.length) throw new Error(`"${answer}" has no room in ${name}`)
    ;[...answer].forEach((character, place) => {
      const cell = cells[place]
      if (cell !== undefined && character !== ' ') writeCharacter(pen, cell, character, hand, random)
    })
  }
  for (const purpose of truth.ticked) {
    const box = boxOf(layout, purpose)
    if (box !== undefined) markBox(pen, box, form.mark, hand, random)
  }
  if (form.signature !== null) sign(pen, layout.signature, form.signature, hand, random)
  return canvas
}

function answers(truth: SampleForm): readonly (readonly [CombName, string])[] {
  const [year = '', month = '', day = ''] = (truth.signedOn ?? '').split('-')
  return [
    ['first_name', truth.firstName],
    ['last_name', truth.lastName],
    ['mobile', truth.mobileDigits],
    ['email', truth.email ?? ''],
    ['signed_on', `${month}${day}${year}`],
  ]
}
