import { parseArgs } from 'node:util'
import { PICTURE_KINDS } from '../../tests/paper/sheet-plan.ts'
import type { PictureKind } from '../../tests/paper/sheet-plan.ts'
import type { Counted, Tally } from '../../tests/paper/tally.ts'
import { count, tallyReading, wilson } from '../../tests/paper/tally.ts'
import type { FigureRow } from './figure.ts'
import { median } from './figure.ts'
import { readPaperSet } from './paper-set.ts'
import { openBaseline } from './paper-tesseract.ts'

export const name = 'paper'

/** A set of its own: never looked at while the reader was being made. */
const FIRST_SEED = 90_210
const FORMS = 63

/** What is promised of all kinds together; a count of errors is promised to stay below. */
const GOALS: Readonly<Partial<Record<Counted, { readonly share: number; readonly isError?: true }>>> = {
  rectified: { share: 0.99 },
  boxes: { share: 0.995 },
  false_yes: { share: 0, isError: true },
  signature: { share: 0.99 },
  phone_digits: { share: 0.995 },
  phones: { share: 0.95 },
  phone_digits_wrong_unflagged: { share: 0.001, isError: true },
  letters: { share: 0.96 },
  emails: { share: 0.6 },
}
const GOAL_MS = 1000

interface Counts {
  readonly ours: Tally
  readonly baseline: Tally
  readonly times: number[]
  readonly baselineTimes: number[]
}

/**
 * Reads generated sheets of every kind of picture, beside tesseract.js in the same run. Where that reads no such thing (a box,
 * a signature) the goal itself is the baseline. `--forms N` for another number of sheets.
 */
export async function run(): Promise<readonly FigureRow[]> {
  const { values } = parseArgs({ options: { forms: { type: 'string' } }, strict: false })
  const forms = typeof values.forms === 'string' ? Number(values.forms) : FORMS
  const byKind = Object.fromEntries([...PICTURE_KINDS, 'all'].map((kind) => [kind, noCounts()])) as Readonly<
    Record<PictureKind | 'all', Counts>
  >
  const baseline = await openBaseline()
  await readPaperSet(FIRST_SEED, forms, async ({ plan, outcome, tookMs }) => {
    const read = outcome?.kind === 'read' ? outcome : null
    for (const kind of [plan.kind, 'all'] as const) {
      tallyReading(byKind[kind].ours, plan, read?.reading ?? null)
      byKind[kind].times.push(tookMs)
    }
    if (read === null) return
    const beside: Tally = {}
    const besideMs = await baseline.tally(beside, plan, read.page)
    for (const kind of [plan.kind, 'all'] as const) {
      byKind[kind].baselineTimes.push(besideMs)
      for (const [what, { right, of }] of Object.entries(beside))
        count(byKind[kind].baseline, what as Counted, right, of)
    }
  })
  await baseline.close()
  return Object.entries(byKind).flatMap(([kind, counts]) => rowsOf(kind, counts))
}

function rowsOf(kind: string, { ours, baseline, times, baselineTimes }: Counts): readonly FigureRow[] {
  const rows = (Object.keys(ours) as Counted[]).map((what): FigureRow => {
    const counted = ours[what] ?? { right: 0, of: 0 }
    const share = counted.of === 0 ? 0 : counted.right / counted.of
    const goal = GOALS[what]
    const theirs = baseline[what]
    const beside = theirs ? theirs.right / Math.max(1, theirs.of) : (goal?.share ?? 0)
    // Some kinds are few; what is promised is promised of all together.
    const isPromised = goal !== undefined && kind === 'all'
    return {
      name: `paper.${kind}.${what}`,
      value: share,
      baseline: beside,
      ratio: beside === 0 ? (share === 0 ? 1 : 0) : share / beside,
      goal: goal === undefined ? 'none' : `${goal.isError ? '<=' : '>='} ${goal.share}`,
      ok: !isPromised || (goal.isError ? share <= goal.share : share >= goal.share),
      n: counted.of,
      right: counted.right,
      interval95: wilson(counted),
    }
  })
  if (times.length === 0) return rows
  const [own, beside] = [median(times), baselineTimes.length > 0 ? median(baselineTimes) : 0]
  const time = { value: own, baseline: beside, ratio: beside === 0 ? 0 : own / beside, n: times.length }
  return [...rows, { name: `paper.${kind}.ms`, ...time, goal: `<= ${GOAL_MS}`, ok: kind !== 'all' || own <= GOAL_MS }]
}

function noCounts(): Counts {
  return { ours: {}, baseline: {}, times: [], baselineTimes: [] }
}
