import type { Promised } from './promise.ts'

/** What was promised until some moment, put together by kind. */
export interface KeptPromises {
  readonly add: (promised: Promised) => void
  readonly section: () => Extract<Promised, { kind: 'section' }>['section']
  readonly oldStore: () => Extract<Promised, { kind: 'old_store' }> | null
  readonly isUpgraded: () => boolean
  readonly office: () => Extract<Promised, { kind: 'office' }> | null
  readonly practicePeople: () => number | null
  readonly persons: ReadonlySet<string>
  readonly messages: ReadonlySet<string>
  readonly broadcasts: ReadonlyMap<string, number>
  readonly stops: ReadonlySet<string>
  readonly originals: ReadonlySet<string>
  readonly requests: ReadonlySet<string>
}

/** Nothing was promised yet. */
export function noPromises(): KeptPromises {
  const persons = new Set<string>()
  const messages = new Set<string>()
  const broadcasts = new Map<string, number>()
  const stops = new Set<string>()
  const originals = new Set<string>()
  const requests = new Set<string>()
  let section: ReturnType<KeptPromises['section']> = 'upgrade'
  let oldStore: ReturnType<KeptPromises['oldStore']> = null
  let isUpgraded = false
  let office: ReturnType<KeptPromises['office']> = null
  let people: number | null = null
  const add = (promised: Promised): void => {
    switch (promised.kind) {
      case 'section':
        section = promised.section
        return
      case 'old_store':
        oldStore = promised
        return
      case 'upgraded':
        isUpgraded = true
        return
      case 'office':
        office = promised
        return
      case 'practice':
        people = promised.people
        return
      case 'person':
        return void persons.add(promised.id)
      case 'message':
        return void messages.add(promised.id)
      case 'broadcast':
        return void broadcasts.set(promised.id, promised.deliveries)
      case 'stop':
        return void stops.add(promised.e164)
      case 'original':
        return void originals.add(promised.sha256)
      case 'request':
        return void requests.add(promised.clientRef)
    }
  }
  return {
    add,
    section: () => section,
    oldStore: () => oldStore,
    isUpgraded: () => isUpgraded,
    office: () => office,
    practicePeople: () => people,
    persons,
    messages,
    broadcasts,
    stops,
    originals,
    requests,
  }
}
