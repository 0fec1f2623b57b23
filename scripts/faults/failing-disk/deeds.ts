import { sql } from 'kysely'
import { addPerson } from '../../../electron/db/repos/people.ts'
import { addPhoneNumber } from '../../../electron/db/repos/phone-numbers.ts'
import { sha256Hex } from '../../../electron/db/hash-chain.ts'
import { storeError } from '../../../electron/db/store-errors.ts'
import type { Desk } from '../../../electron/desk/open-desk.ts'
import type { CallContext } from '../../../electron/ipc/router.ts'
import type { E164, PersonId } from '../../../shared/ids.ts'
import type { MethodName, ParsedInputOf } from '../../../shared/ipc/contract.ts'

/** Something a person does at a desk, known by a place of six digits. */
export interface Deed {
  readonly name: string
  /** The code by which it was refused; null when it is done. */
  do(place: string): Promise<string | null>
  /** How many parts of it are stored. */
  parts(place: string): Promise<number>
  /** As many parts as a whole one has. */
  readonly whole: number
  /** What was refused at the very last step may be there all the same, whole, and nobody knows of it. */
  readonly mayStayWhole?: true
}

const CONTEXT: CallContext = { caller: 'command_line' }
const EMERGENCY = { purpose: 'emergency', emergencyReason: 'Water in the building', whenMs: null } as const

/** What is tried on a failing disk: each is more than one row or file, so that half of it could stay. */
export function deedsOf({ handlers, services }: Desk): readonly Deed[] {
  const { db } = services.store
  async function ask<M extends MethodName>(method: M, input: ParsedInputOf<M>): Promise<string | null> {
    const answer = await handlers[method]?.(input, CONTEXT)
    return answer?.ok === true ? null : (answer?.error.code ?? 'no such method')
  }
  const original = (place: string) => new TextEncoder().encode(`original ${place} `.repeat(2000))
  return [
    {
      name: 'saving a person',
      do: (place) =>
        ask('people.save', { id: null, ...nameOf(place), email: '', language: 'en', phone: phoneOf(place) }),
      parts: (place) => personParts(db, place),
      whole: 2,
    },
    {
      name: 'sending a message',
      do: (place) =>
        ask('messages.send', {
          e164: phoneOf(place),
          personId: null,
          body: 'Closed.',
          mediaIds: [],
          onceKey: keyOf(place),
          ...EMERGENCY,
        }),
      parts: (place) =>
        sumOf(
          db,
          sql`SELECT count(m.id) + count(d.id) AS sum FROM message m LEFT JOIN delivery d ON d.message_id = m.id
          WHERE m.once_key = ${keyOf(place)}`,
        ),
      whole: 2,
    },
    {
      name: 'noting a stop',
      do: (place) => ask('people.optOut', { e164: phoneOf(place), how: 'by_phone', words: 'No more' }),
      parts: (place) =>
        sumOf(
          db,
          sql`SELECT (SELECT count(*) FROM suppression WHERE e164 = ${phoneOf(place)})
          + (SELECT count(*) FROM consent_event WHERE e164 = ${phoneOf(place)}) AS sum`,
        ),
      whole: 4,
    },
    {
      name: 'keeping an original',
      do: async (place) => {
        const kept = await services.blobs.put(original(place))
        return kept.ok ? null : kept.error.code
      },
      parts: async (place) => ((await services.blobs.get(sha256Hex(original(place)))).ok ? 1 : 0),
      whole: 1,
      mayStayWhole: true,
    },
  ]
}

/** The planted fault: a person and a number written without a transaction, as if only whole things could fail. */
export function carelessDeed({ services }: Desk): Deed {
  const { db, path } = services.store
  const now = services.clock.now()
  return {
    name: 'saving a person carelessly',
    do: async (place) => {
      const id = services.newId() as PersonId
      const person = { id, ...nameOf(place), email: '', language: 'en', zone: null, region: null } as const
      try {
        await addPerson(db, { ...person, createdAtMs: now, updatedAtMs: now })
        await addPhoneNumber(db, { personId: id, e164: phoneOf(place) as E164, createdAtMs: now })
        return null
      } catch (cause) {
        return storeError(cause, path)?.code ?? String(cause)
      }
    },
    parts: (place) => personParts(db, place),
    whole: 2,
  }
}

type Db = Desk['services']['store']['db']

function personParts(db: Db, place: string): Promise<number> {
  return sumOf(
    db,
    sql`SELECT (SELECT count(*) FROM person WHERE family_name = ${nameOf(place).familyName})
    + (SELECT count(*) FROM phone_number WHERE e164 = ${phoneOf(place)}) AS sum`,
  )
}

async function sumOf(db: Db, query: ReturnType<typeof sql<{ readonly sum: number }>>): Promise<number> {
  return (await query.execute(db)).rows[0]?.sum ?? 0
}

function nameOf(place: string) {
  return { givenName: 'Ana', familyName: `Place ${place}` }
}

/** A number that is somebody's own for each place. */
function phoneOf(place: string): string {
  return `+1206${5_000_000 + Number(place)}`
}

function keyOf(place: string): string {
  return `failing-disk-${place}`
}
