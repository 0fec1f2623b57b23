import { createRequire } from 'node:module'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { createWorker, PSM } from 'tesseract.js'
import type { SheetOutcome } from '../../electron/workshop/port.ts'
import type { CombName } from '../../shared/domain/opt-in-form-layout.ts'
import { combOf } from '../../shared/domain/opt-in-form-layout.ts'
import type { SheetPlan } from '../../tests/paper/sheet-plan.ts'
import { PRINT_HANDS } from '../../tests/paper/sheet-plan.ts'
import type { Tally } from '../../tests/paper/tally.ts'
import { count } from '../../tests/paper/tally.ts'

/** The baseline: a common reader of printed text, given each straightened row of cells that our own eyes found. */
export interface Baseline {
  /** Reads the writing of one sheet and counts what it got right, by edit distance as its characters have no cells. */
  tally(tally: Tally, plan: SheetPlan, page: Extract<SheetOutcome, { kind: 'read' }>['page']): Promise<number>
  close(): Promise<void>
}

const DATA = createRequire(import.meta.url)
  .resolve('@tesseract.js-data/eng/package.json')
  .replace('package.json', '4.0.0_best_int')
const CHARACTERS: Readonly<Record<CombName, string>> = {
  mobile: '0123456789',
  signed_on: '0123456789',
  first_name: "ABCDEFGHIJKLMNOPQRSTUVWXYZ'-",
  last_name: "ABCDEFGHIJKLMNOPQRSTUVWXYZ'-",
  email: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@.-_+',
}

/** Opens it without the network. */
export async function openBaseline(): Promise<Baseline> {
  const worker = await createWorker('eng', 1, { langPath: DATA, gzip: true, cacheMethod: 'none' })
  const tally: Baseline['tally'] = async (into, plan, page) => {
    const image = await loadImage(Buffer.from(page.bytes))
    const startedAt = performance.now()
    for (const [name, truth] of Object.entries(plan.fields) as [CombName, string][]) {
      const cells = combOf(plan.version.layout, name)?.cells ?? []
      const [first, last] = [cells[0], cells.at(-1)]
      if (!first || !last) continue
      const scale = page.pxPerMm
      const [width, height] = [(last.xMm + last.widthMm - first.xMm + 2) * scale, (first.heightMm + 2) * scale]
      const strip = createCanvas(Math.round(width), Math.round(height))
      strip.getContext('2d').drawImage(image, -(first.xMm - 1) * scale, -(first.yMm - 1) * scale)
      await worker.setParameters({ tessedit_char_whitelist: CHARACTERS[name], tessedit_pageseg_mode: PSM.SINGLE_LINE })
      const { data } = await worker.recognize(strip.toBuffer('image/png'))
      countField(into, plan, name, truth, data.text.replace(/\s/g, ''))
    }
    return performance.now() - startedAt
  }
  return { tally, close: async () => void (await worker.terminate()) }
}

function countField(tally: Tally, plan: SheetPlan, name: CombName, truth: string, read: string): void {
  const isPrint = (PRINT_HANDS as readonly string[]).includes(plan.family)
  const right = Math.max(0, truth.length - editDistance(truth, read))
  switch (name) {
    case 'mobile':
      count(tally, 'phone_digits', right, truth.length)
      return count(tally, 'phones', read === truth ? 1 : 0)
    case 'signed_on': {
      const [year = '', month = '', day = ''] = truth.split('-')
      return count(tally, 'dates', read === `${month}${day}${year}` ? 1 : 0)
    }
    case 'email':
      if (isPrint) count(tally, 'emails', read.toLowerCase() === truth ? 1 : 0)
      return
    case 'first_name':
    case 'last_name':
      if (!isPrint) return
      count(tally, 'letters', right, truth.length)
      count(tally, 'names', read === truth ? 1 : 0)
  }
}

/** How many characters must be put in, taken out or exchanged. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, place) => place)
  for (let at = 1; at <= from.length; at += 1) {
    const next = [at]
    for (let place = 1; place <= to.length; place += 1) {
      const exchange = (row[place - 1] ?? 0) + (from[at - 1] === to[place - 1] ? 0 : 1)
      next.push(Math.min(exchange, (row[place] ?? 0) + 1, (next[place - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
