/** What of a conversation decides where it stands in the list. */
interface Ordered {
  readonly needsDecision: boolean
  readonly isUnread: boolean
  readonly lastAtMs: number
}

/** Puts first what needs a decision, then what nobody has read, each newest first. */
export function inOrder<T extends Ordered>(threads: readonly T[]): readonly T[] {
  const rank = ({ needsDecision, isUnread }: Ordered) => (needsDecision ? 0 : isUnread ? 1 : 2)
  return threads.toSorted((left, right) => rank(left) - rank(right) || right.lastAtMs - left.lastAtMs)
}
