import { sql } from 'kysely'
import type { Store } from '../../electron/db/open.ts'

const AT_ONCE = 2_000

/**
 * Fills a store with people who agreed to care texts, each under a number of their own, in area codes of several zones; with a place, all in one.
 * Numbers and people come in no common order. The hashes of the ledger are counters: nothing here looks at them.
 */
export async function addManyPeople(
  { db }: Pick<Store, 'db'>,
  count: number,
  nowMs: number,
  { region = null, zone = null }: { readonly region?: string | null; readonly zone?: string | null } = {},
): Promise<void> {
  for (let first = 0; first < count; first += AT_ONCE) {
    const rows = JSON.stringify(
      Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, place) => row(first + place, zone !== null)),
    )
    await db.transaction().execute(async (trx) => {
      await sql`INSERT INTO person (id, given_name, family_name, given_key, family_key, language, region, zone, created_at_ms, updated_at_ms)
        SELECT value ->> 'id', value ->> 'given', value ->> 'family', lower(value ->> 'given'), lower(value ->> 'family'),
          'en', ${region}, ${zone}, ${nowMs}, ${nowMs} FROM json_each(${rows})`.execute(trx)
      await sql`INSERT INTO phone_number (person_id, e164, created_at_ms)
        SELECT value ->> 'id', value ->> 'e164', ${nowMs} FROM json_each(${rows})`.execute(trx)
      await sql`INSERT INTO consent_event (id, e164, purpose, kind, source, person_id, at_ms, recorded_at_ms, prev_hash, hash)
        SELECT 'C' || (value ->> 'n'), value ->> 'e164', 'care', 'granted', 'spoken', value ->> 'id', ${nowMs}, ${nowMs},
          printf('%064x', (value ->> 'n') + 1), printf('%064x', (value ->> 'n') + 2) FROM json_each(${rows})`.execute(
        trx,
      )
    })
  }
}

/** A stride that meets every line number once, so that the numbers lie scattered over the index. */
const STRIDE = 7_919
const AREA_CODES = ['206', '312', '602', '212', '713', '303', '415', '617', '808', '305']

function row(n: number, isInOnePlace: boolean) {
  const line = (n * STRIDE) % 1_000_000
  const area = isInOnePlace ? '503' : (AREA_CODES[n % AREA_CODES.length] ?? '206')
  const e164 = `+1${area}${2 + (Math.floor(line / 10_000) % 8)}${String(line % 1_000_000).padStart(6, '0')}`
  return { n, id: `P${String(n).padStart(8, '0')}`, given: `Given${n % 977}`, family: `Family${n}`, e164 }
}
