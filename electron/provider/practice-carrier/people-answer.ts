/** What a practice person writes back, and how long after reading. */
export interface PracticeAnswer {
  readonly body: string
  readonly afterMs: number
}

/** Shares of 1 in the order in which they are drawn; the rest says nothing, as most people do. */
const ANSWERS: readonly { readonly body: string; readonly share: number }[] = [
  { body: 'C', share: 0.2 },
  { body: 'yes', share: 0.1 },
  { body: 'Thank you!', share: 0.08 },
  { body: 'Is there parking near the office?', share: 0.05 },
  { body: 'Can I bring my son along?', share: 0.03 },
  { body: 'STOP', share: 0.02 },
]

const SOONEST_MS = 4_000
const SPREAD_MS = 20_000

/** Decides whether and what a practice person answers. Draws twice from `random` (0 inclusive to 1 exclusive), always. */
export function drawAnswer(random: () => number): PracticeAnswer | null {
  const draw = random()
  const afterMs = SOONEST_MS + Math.floor(random() * SPREAD_MS)
  let reached = 0
  for (const { body, share } of ANSWERS) {
    reached += share
    if (draw < reached) return { body, afterMs }
  }
  return null
}
