/** What one measurement found: our value beside a baseline measured in the same run. */
export interface Measurement {
  readonly value: number
  readonly baseline: number
  /** `value / baseline`. */
  readonly ratio: number
  /** The goal as a person reads it, for example `<= 1.4`. */
  readonly goal: string
  readonly ok: boolean
}

/** One row of the bench: a measurement and its name; a share of many also says how many, and where the true share lies. */
export interface FigureRow extends Measurement {
  readonly name: string
  readonly n?: number
  readonly right?: number
  readonly interval95?: readonly [low: number, high: number]
}

/** What every module of this folder exports that measures something. */
export interface Figure {
  readonly name: string
  /** Undefined where this system cannot measure it; rows of their own names where one run measures many things. */
  run(): Promise<Measurement | readonly FigureRow[] | undefined>
}

/** The middle of some numbers; throws on none. */
export function median(numbers: readonly number[]): number {
  const middle = numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
  if (middle === undefined) throw new Error('There is no median of nothing.')
  return middle
}
