import { idOf, inDoubt, isDoubtful, type Life, type Violation } from './history.ts'
import type { Snapshot } from './snapshot.ts'

/** Looks at the disk as one kill left it, beside what the kill before had left. */
export function judgeLife(life: Life, found: Snapshot, before: Snapshot | null): readonly Violation[] {
  return [
    ...opened(life),
    ...fileWhole(life, found),
    ...nothingVanished(life, found, before),
    ...nothingStuck(life, found),
    ...doubtsWereInFlight(life, found, before),
    ...attemptsCameFirst(life, found),
  ]
}

/** Whatever a kill left, the next start opens it. */
function opened({ number, deskState }: Life): readonly Violation[] {
  const isOpen = deskState === null || deskState === 'ready'
  return isOpen ? [] : [{ rule: 'did not open', what: `life ${number}: ${deskState}` }]
}

function fileWhole({ number }: Life, { integrity }: Snapshot): readonly Violation[] {
  return integrity === 'ok' ? [] : [{ rule: 'file damaged', what: `life ${number}: ${integrity}` }]
}

/** No delivery ever leaves the table: the sum over all states is what it was, and what came since. */
function nothingVanished({ number }: Life, found: Snapshot, before: Snapshot | null): readonly Violation[] {
  return [...(before?.deliveries.keys() ?? [])]
    .filter((id) => !found.deliveries.has(id))
    .map((id) => ({ rule: 'lost', what: `${id} in life ${number}` }))
}

/** A core that was ready had put in doubt whatever an earlier life had left in `sending`. */
function nothingStuck({ number, readyAfterMs, startedAtMs }: Life, found: Snapshot): readonly Violation[] {
  if (readyAfterMs === null) return []
  return [...found.deliveries.values()]
    .filter(({ state, lastStartedAtMs }) => state === 'sending' && (lastStartedAtMs ?? 0) < startedAtMs)
    .map(({ id }) => ({ rule: 'stuck', what: `${id} still sending in life ${number}` }))
}

/** Only what was on its way at the kill before may have come into doubt; the carrier leaves nothing unanswered. */
function doubtsWereInFlight({ number }: Life, found: Snapshot, before: Snapshot | null): readonly Violation[] {
  return inDoubt(found)
    .map(({ id }) => ({ id, was: before?.deliveries.get(id) }))
    .filter(({ was }) => was?.state !== 'sending' && !isDoubtful(was))
    .map(({ id, was }) => ({
      rule: 'more in doubt than in flight',
      what: `${id} was ${was?.state ?? 'not there'} before life ${number}`,
    }))
}

/** Whatever reached the carrier had its attempt on the disk before, whenever the kill came. */
function attemptsCameFirst({ number, posts }: Life, found: Snapshot): readonly Violation[] {
  return posts
    .filter(({ clientRef }) => !found.clientRefs.has(clientRef) || !found.deliveries.has(idOf(clientRef)))
    .map(({ clientRef }) => ({ rule: 'sent without an attempt on disk', what: `${clientRef} in life ${number}` }))
}
