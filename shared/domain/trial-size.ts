/** From how many on a mass text is worth a trial, and how many go first. */
const WORTH_IT_FROM = 100
const FIRST_FEW = 20

/**
 * How many of a mass text go out first and are watched before the rest may follow. An emergency waits for nothing. `canary` is
 * what a person asked for, `count` how many there are.
 */
export function trialSizeOf({
  purpose,
  canary,
  count,
}: {
  readonly purpose: 'care' | 'marketing' | 'emergency'
  readonly canary?: number | undefined
  readonly count: number
}): number {
  if (purpose === 'emergency') return 0
  const asked = canary ?? (count >= WORTH_IT_FROM ? FIRST_FEW : 0)
  return asked < count ? asked : 0
}
