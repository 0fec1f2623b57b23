import type { Area, MethodName } from '../../shared/ipc/contract.ts'

type Group = MethodName extends `${infer G}.${string}` ? G : never

/** What a write of each group of methods may change on the screen. Too many only costs a read; too few shows old news. */
const AREAS_OF_GROUP: Readonly<Record<Group, readonly Area[]>> = {
  setup: ['setup', 'practice', 'forms', 'people', 'appointments', 'messages', 'queue', 'carrier'],
  practice: ['practice'],
  account: ['practice', 'queue'],
  lines: ['practice', 'queue'],
  receiver: ['practice', 'queue'],
  staff: ['practice'],
  preferences: ['practice'],
  sheets: ['forms'],
  scanFolder: ['forms'],
  forms: ['forms', 'people', 'messages', 'queue'],
  people: ['people', 'messages', 'appointments', 'queue'],
  optOuts: ['people', 'messages', 'appointments', 'queue', 'practice'],
  daySheets: ['appointments', 'people'],
  appointments: ['appointments'],
  broadcasts: ['messages', 'queue'],
  messages: ['messages', 'people', 'queue'],
  groups: ['messages', 'people', 'queue'],
  threads: ['messages', 'people', 'queue'],
  queue: ['queue'],
  deliveries: ['queue', 'messages'],
  carrier: ['carrier'],
  today: [],
  rules: ['practice', 'messages'],
  media: ['practice'],
  bucket: ['practice', 'messages'],
  samples: [],
}

/** The areas that the window reads anew after a method has written. */
export function areasChangedBy(method: MethodName): readonly Area[] {
  return AREAS_OF_GROUP[method.slice(0, method.indexOf('.')) as Group]
}
