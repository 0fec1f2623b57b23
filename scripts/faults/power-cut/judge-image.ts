import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createBlobStore } from '../../../electron/blobs/blob-store.ts'
import { migrations } from '../../../electron/db/migrations/all.ts'
import { openStore, type Store } from '../../../electron/db/open.ts'
import { openKeyring } from '../../../electron/security/keyring.ts'
import type { Chance } from '../chance.ts'
import type { KeptPromises } from './kept-promises.ts'

/** What is wrong with what a power cut left: it does not open, SQLite calls it damaged, or something promised is missing. */
export interface Damage {
  readonly kind: 'unopenable' | 'damaged' | 'lost' | 'half'
  readonly what: string
}

const CLOCK = { now: () => Date.now() }
/** Decrypting an original costs more than all queries together; a few of them, chosen by chance, are as good over many cuts. */
const ORIGINALS_READ = 2

/** Opens a store as Optdesk does after a power cut, has SQLite look through the whole file, and lets `look` ask the rest. */
async function inStore(
  path: string,
  key: Uint8Array,
  look: (store: Store) => Promise<readonly Damage[]>,
): Promise<readonly Damage[]> {
  const opened = await openStore({ path, key, appVersion: '0.0.0', clock: CLOCK })
  if (!opened.ok) return [{ kind: 'unopenable', what: `${path}: ${opened.error.code}` }]
  const store = opened.value
  try {
    const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check(1)`.execute(store.db)
    const said = rows[0]?.integrity_check ?? 'nothing'
    return said === 'ok' ? await look(store) : [{ kind: 'damaged', what: said }]
  } finally {
    await store.close()
  }
}

/** The store of the first schema, and what opening it with the newest Optdesk makes of it. */
export async function judgeUpgrade(dir: string, kept: KeptPromises): Promise<readonly Damage[]> {
  const old = kept.oldStore()
  // Without a promise there is no key either: it was never told to anybody.
  if (old === null) return []
  const path = join(dir, 'old', 'desk.db')
  if (!existsSync(path)) return [{ kind: 'lost', what: 'the store of the first schema' }]
  const key = Buffer.from(old.keyHex, 'hex')
  const damage = await inStore(path, key, async ({ db }) => {
    const rows = await db.selectFrom('setting').select('key').execute()
    const there = new Set(rows.map(({ key }) => key))
    return old.words.filter((word) => !there.has(word)).map((word) => ({ kind: 'lost', what: word }))
  })
  const copy = `${path}.before-step-${migrations.length}`
  const isCopyGone = kept.isUpgraded() && !existsSync(copy)
  return isCopyGone ? [...damage, { kind: 'lost', what: 'the copy from before the upgrade' }] : damage
}

/** The office is not there at all, or it is whole and its recovery code opens it. */
export async function judgeOffice(dir: string, kept: KeptPromises): Promise<readonly Damage[]> {
  const made = kept.office()
  const office = join(dir, 'office')
  if (!existsSync(office)) return made === null ? [] : [{ kind: 'lost', what: 'the office' }]
  const isWhole = existsSync(join(office, 'key.json')) && existsSync(join(office, 'desk.db'))
  if (!isWhole) return [{ kind: 'half', what: 'the office lacks its key or its store' }]
  if (made === null) return []
  const keyring = await openKeyring({ dir: office, secret: made.recoveryCode })
  if (!keyring.ok) return [{ kind: 'unopenable', what: `the key of the office: ${keyring.error.code}` }]
  return inStore(join(office, 'desk.db'), keyring.value.key, async ({ db }) => {
    const lines = await db.selectFrom('line').select('id').execute()
    return lines.length === 1 ? [] : [{ kind: 'half', what: 'the office has no line' }]
  })
}

/** The practice desk with all that was promised at it. */
export async function judgePractice(dir: string, kept: KeptPromises, chance: Chance): Promise<readonly Damage[]> {
  const practice = join(dir, 'practice')
  const path = join(practice, 'desk.db')
  if (!existsSync(path)) return kept.practicePeople() === null ? [] : [{ kind: 'lost', what: 'the practice desk' }]
  const keyring = await openKeyring({ dir: practice })
  if (!keyring.ok) return [{ kind: 'unopenable', what: `the key of the practice desk: ${keyring.error.code}` }]
  const { key } = keyring.value
  const inFile = await inStore(path, key, (store) => missingIn(store, kept))
  return [...inFile, ...(await missingOriginals(join(practice, 'originals'), key, kept, chance))]
}

async function missingIn({ db }: Store, kept: KeptPromises): Promise<readonly Damage[]> {
  const all = async (query: ReturnType<typeof sql<{ id: string }>>) =>
    new Set((await query.execute(db)).rows.map(({ id }) => id))
  const there = {
    person: await all(sql`SELECT id FROM person`),
    message: await all(sql`SELECT id FROM delivery`),
    stop: await all(sql`SELECT e164 AS id FROM suppression WHERE lifted_at_ms IS NULL`),
    request: await all(sql`SELECT client_ref AS id FROM attempt`),
  }
  const lost = (kind: keyof typeof there, promised: ReadonlySet<string>): readonly Damage[] =>
    [...promised].filter((id) => !there[kind].has(id)).map((id) => ({ kind: 'lost', what: `${kind} ${id}` }))
  const people = kept.practicePeople() ?? 0
  return [
    ...(there.person.size < people ? [{ kind: 'lost' as const, what: 'people of the sample' }] : []),
    ...lost('person', kept.persons),
    ...lost('message', kept.messages),
    ...lost('stop', kept.stops),
    ...lost('request', kept.requests),
    ...(await brokenBroadcasts(db, kept.broadcasts)),
  ]
}

/** A broadcast is there with every delivery or not at all, promised or not. */
async function brokenBroadcasts(db: Store['db'], promised: ReadonlyMap<string, number>): Promise<readonly Damage[]> {
  const { rows } = await sql<{ readonly id: string; readonly count: number }>`
    SELECT b.id, count(d.id) AS count FROM broadcast b LEFT JOIN message m ON m.broadcast_id = b.id
      LEFT JOIN delivery d ON d.message_id = m.id GROUP BY b.id`.execute(db)
  const there = new Map(rows.map(({ id, count }) => [id, count]))
  return [
    ...rows.filter(({ count }) => count === 0).map(({ id }): Damage => ({ kind: 'half', what: `broadcast ${id}` })),
    ...[...promised]
      .filter(([id, count]) => there.get(id) !== count)
      .map(([id, count]): Damage => ({ kind: 'lost', what: `broadcast ${id}: ${there.get(id) ?? 0} of ${count}` })),
  ]
}

/** Each original is there under its name; some of them are decrypted. */
async function missingOriginals(
  dir: string,
  key: Uint8Array,
  { originals }: KeptPromises,
  chance: Chance,
): Promise<readonly Damage[]> {
  const names = [...originals]
  const gone = names.filter((name) => !existsSync(join(dir, name.slice(0, 2), name)))
  const blobs = createBlobStore({ dir, key })
  const read = Array.from({ length: Math.min(ORIGINALS_READ, names.length) }, () => chance.oneOf(names))
  const torn = await Promise.all(read.map(async (name) => ((await blobs.get(name)).ok ? null : name)))
  const bad = new Set([...gone, ...torn.filter((name) => name !== null)])
  return [...bad].map((name) => ({ kind: 'lost', what: `original ${name}` }))
}
