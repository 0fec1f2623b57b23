import type { QueryClient } from '@tanstack/react-query'
import type { Area } from '../../shared/ipc/contract.ts'

/** Which reads show data of an area: prefixes of method names. `today.` sums up most of them. */
const READS_OF_AREA: Readonly<Record<Area, readonly string[]>> = {
  setup: ['setup.', 'staff.', 'preferences.'],
  practice: [
    'practice.',
    'staff.',
    'preferences.',
    'account.',
    'lines.',
    'receiver.',
    'rules.',
    'optOuts.',
    'media.limits',
    'bucket.',
    'sheets.office',
    'broadcasts.preview',
  ],
  // Not the pictures: they never change, and each costs a megabyte.
  forms: ['forms.list', 'forms.get', 'forms.reading', 'forms.checkTyped', 'forms.versions', 'sheets.', 'today.'],
  people: ['people.', 'optOuts.', 'appointments.', 'threads.', 'groups.', 'broadcasts.preview', 'today.'],
  appointments: ['appointments.', 'people.get', 'broadcasts.preview', 'today.'],
  // Not the preview: it may count a hundred thousand people, and something is said of messages with each one that leaves.
  messages: [
    'threads.',
    'groups.',
    'broadcasts.list',
    'broadcasts.get',
    'broadcasts.copies',
    'deliveries.',
    'queue.list',
    'people.get',
    'today.',
  ],
  queue: [
    'queue.',
    'deliveries.',
    'broadcasts.list',
    'broadcasts.get',
    'broadcasts.copies',
    'threads.get',
    'groups.',
    'today.',
  ],
  carrier: ['carrier.'],
}

/** Tells whether a read has to be asked again after these areas changed. */
export function isTouched(method: string, areas: readonly Area[]): boolean {
  return areas.some((area) => READS_OF_AREA[area].some((prefix) => method.startsWith(prefix)))
}

/** Keeps the cache true to what the core tells. Answers the function that stops listening. */
export function followCore(client: QueryClient): () => void {
  const stopChanged = window.optdesk.on('changed', ({ areas }) => {
    void client.invalidateQueries({ predicate: (query) => isTouched(String(query.queryKey[0]), areas) })
  })
  const stopStatus = window.optdesk.on('queue.status', (status) => {
    client.setQueryData(['queue.status', {}], status)
  })
  return () => {
    stopChanged()
    stopStatus()
  }
}
