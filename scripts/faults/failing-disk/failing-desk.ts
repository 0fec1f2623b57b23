import { statSync } from 'node:fs'
import { sql } from 'kysely'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { clockAtOfficeHour, deskParts } from '../desk-parts.ts'
import { carelessDeed, type Deed, deedsOf } from './deeds.ts'
import type { Told } from './run-failures.ts'

/**
 * A desk on a disk that fails: `failing-desk.ts FOLDER LOG MOST`, to be run under `fail.c`. It does each kind of thing
 * again and again while one call after the other fails, the MOST-th at last, and tells what came of it as a line of JSON.
 */
const [dataDir = '', log = '', most = '20'] = process.argv.slice(2)
const ERRORS = { ENOSPC: 28, EIO: 5 } as const
/** What a person can act on; a folder that cannot even be made is called one that cannot be written. */
const PLAIN: readonly string[] = ['disk_full', 'disk_trouble', 'folder_read_only']
/** Nobody listens there: nothing may leave while the disk is tried. */
const NO_CARRIER = 'http://127.0.0.1:9'

/** One failure that is tried: from when on, with which error, and whether it lasts. */
interface Failure {
  readonly at: number
  readonly error: keyof typeof ERRORS
  readonly stays: boolean
}

const parts = deskParts(dataDir, NO_CARRIER, clockAtOfficeHour())
const opened = await openDesk(parts, 'practice')
if (!opened.ok) throw new Error(opened.error.code)
const desk = opened.value
const told = { tries: 0, failures: 0, refused: 0, broken: [] as string[], planted: 0 }
let serial = 0

for (const deed of deedsOf(desk)) told.broken.push(...(await tryAll(deed)))
told.planted = (await tryAll(carelessDeed(desk))).length
told.broken.push(...(await lookThrough()))
await desk.close()
parts.workshop.close()
process.stdout.write(`${JSON.stringify(told satisfies Told)}\n`)

async function tryAll(deed: Deed): Promise<readonly string[]> {
  const broken: string[] = []
  for (const error of Object.keys(ERRORS) as (keyof typeof ERRORS)[]) {
    for (const stays of [false, true]) {
      for (let at = 1; at <= Number(most); at += 1) {
        const tried = await tryOnce(deed, { at, error, stays })
        broken.push(...tried.broken)
        if (!tried.hasFailed) break
      }
    }
  }
  return broken
}

/** Lets calls fail while a thing is done, and looks whether what was said is what is so; then does it on a good disk. */
async function tryOnce(deed: Deed, { at, error, stays }: Failure) {
  serial += 1
  const place = String(serial).padStart(6, '0')
  const failuresBefore = failuresSoFar()
  process.env['FAIL_ARM'] = `${serial}:${at}:${ERRORS[error]}:${stays ? 1 : 0}`
  const refusal = await deed.do(place).catch(String)
  const meanwhile = await deed.parts(place).catch(String)
  delete process.env['FAIL_ARM']
  const failed = failuresSoFar() - failuresBefore
  told.tries += 1
  told.failures += failed
  told.refused += refusal === null ? 0 : 1

  const found: string[] = []
  const due = refusal === null ? [deed.whole] : deed.mayStayWhole ? [0, deed.whole] : [0]
  const isPlain = refusal === null || PLAIN.includes(refusal)
  if (!isPlain) found.push(refusal)
  if (!due.includes(Number(meanwhile))) found.push(`${meanwhile} of ${deed.whole} parts while the disk failed`)
  const afterwards = await deed.parts(place)
  if (!due.includes(afterwards)) found.push(`${afterwards} of ${deed.whole} parts afterwards`)
  const again = refusal === null ? null : await deed.do(place).catch(String)
  if (again !== null || (await deed.parts(place)) !== deed.whole) found.push(`not done on a good disk: ${again}`)
  const where = `${deed.name}, ${error} at call ${at}${stays ? ' and after' : ''}, answered ${refusal ?? 'done'}`
  return { hasFailed: failed > 0, broken: found.map((what) => `${where}: ${what}`) }
}

async function lookThrough(): Promise<readonly string[]> {
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(desk.services.store.db)
  return rows.filter((row) => row.integrity_check !== 'ok').map((row) => `the file: ${row.integrity_check}`)
}

function failuresSoFar(): number {
  return statSync(log, { throwIfNoEntry: false })?.size ?? 0
}
