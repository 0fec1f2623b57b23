import type { OutputOf } from '../../../shared/ipc/contract.ts'

type Broadcast = Pick<OutputOf<'broadcasts.list'>['broadcasts'][number], 'id' | 'rank' | 'state'>

/** Where a message to many stands among the others on their way, and beside which one a step sooner or later puts it. */
export interface Turn {
  /** How many go before it, and with how many it takes turns. */
  readonly before: number
  readonly beside: number
  /** The nearest one that it can be put before or behind; null at the ends. */
  readonly soonerThan: string | null
  readonly laterThan: string | null
}

/** The lower rank goes first; those of one rank take turns, and either way leads out of that. */
export function turnOf({ id, rank }: Broadcast, all: readonly Broadcast[]): Turn {
  const open = all.filter((one) => one.id !== id && one.state !== 'done' && one.state !== 'cancelled')
  const ahead = open.filter((one) => one.rank <= rank).toSorted((one, other) => other.rank - one.rank)
  const behind = open.filter((one) => one.rank >= rank).toSorted((one, other) => one.rank - other.rank)
  return {
    before: open.filter((one) => one.rank < rank).length,
    beside: open.filter((one) => one.rank === rank).length,
    soonerThan: ahead[0]?.id ?? null,
    laterThan: behind[0]?.id ?? null,
  }
}
