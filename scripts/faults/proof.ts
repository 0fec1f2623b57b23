/** How hard to try, as the command line says; each proof takes what is its own. */
export interface ProofOptions {
  /** Seeds of the simulator. */
  readonly seeds: number
  /** Kills of the running core. */
  readonly kills: number
  /** Power cuts that are replayed. */
  readonly cuts: number
  /** Whatever chance decides, it decides the same again for the same number. */
  readonly seed: number
  /** Told how far it is, now and then. */
  readonly progress: (line: string) => void
}

/** A number or a word that belongs to a verdict, such as how many kills there were. */
export type Fact = number | string | readonly string[] | { readonly [name: string]: Fact }

/** What a proof found: its violations beside those that a planted fault makes in the same run. */
export interface Verdict {
  /** How often a promise was broken. */
  readonly value: number
  /** How often the same judge saw it broken where we broke it on purpose; a judge that sees nothing there is blind. */
  readonly baseline: number
  /** `value / baseline`; 0 where both are 0. */
  readonly ratio: number
  /** The goal as a person reads it. */
  readonly goal: string
  readonly ok: boolean
  readonly [fact: string]: Fact | boolean
}

/** What every module of this folder exports that proves something. */
export interface Proof {
  readonly name: string
  /** Undefined where this system lacks what it needs; it then says so by `progress`. */
  run(options: ProofOptions): Promise<Verdict | undefined>
}

/** A verdict from both counts: good when the promise held, and the planted fault was seen. */
export function verdictOf(
  value: number,
  baseline: number,
  goal: string,
  facts: Readonly<Record<string, Fact>>,
): Verdict {
  const ratio = baseline === 0 ? value : value / baseline
  return { value, baseline, ratio, goal, ok: value === 0 && baseline > 0, ...facts }
}
