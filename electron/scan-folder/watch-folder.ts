import { readFile } from 'node:fs/promises'
import type { CoreEvent, OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Clock, Instant } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { startLoop } from '../queue/loop.ts'
import type { Timing } from '../queue/timing.ts'
import { FORM_FILE_LIMITS } from '../scan/file-limits.ts'
import type { NamedBytes } from '../workshop/port.ts'
import { lookIntoFolder } from './look-into-folder.ts'
import type { FolderFile } from './look-into-folder.ts'
import { readStoredFolder, writeStoredFolder } from './stored-folder.ts'

export type ScanFolderState = OutputOf<'scanFolder.get'>

/** Takes in what the office's scanner writes into its folder. Files are read and never touched. */
export interface ScanFolder {
  state(): Promise<ScanFolderState>
  /** Watches another folder from now on, or none. Fails with `scan_folder_missing` when it cannot be read. */
  watch(folder: string | null): Promise<Result<ScanFolderState, AppError>>
  stop(): Promise<void>
}

interface ScanFolderParts {
  readonly store: Store
  readonly clock: Clock
  readonly setAlarm: Timing['setAlarm']
  readonly mayBegin?: Promise<void>
  /** Takes one file in as a form; what it refuses stays in the folder and is told. */
  readonly add: (file: NamedBytes) => Promise<Result<{ readonly refused: readonly Refused[] }, AppError>>
  readonly emit: (event: CoreEvent) => void
  readonly onTrouble: (cause: unknown) => void
}

type Refused = ScanFolderState['refused'][number]

/** A scanner needs seconds for a page; a person who waits at it looks up after two. */
const LOOK_EVERY_MS = 2_000
/** While the folder is not there, or the disk is in trouble. */
const TROUBLE_WAIT_MS = 15_000
const MOST_REFUSED = 20

/** What is known of the folder since the desk was opened. */
interface Known {
  /** The mark of every file at the last look, by name. */
  before: ReadonlyMap<string, string>
  stand: 'watching' | 'missing' | 'not_readable'
  taken: number
  lastTakenAtMs: Instant | null
  refused: readonly Refused[]
}

const nothingKnown = (): Known => ({ before: new Map(), stand: 'watching', taken: 0, lastTakenAtMs: null, refused: [] })

/**
 * Watches by looking, because many offices' folders lie on a network share, where the system tells of no change. A file is
 * taken once two looks in a row saw it the same, so that a scanner may take its time. What was dealt with is kept in the
 * store: neither a restart nor a crash takes a file twice, and the same picture twice is one form (`addForms`).
 */
export function startScanFolder(parts: ScanFolderParts): ScanFolder {
  const { store, clock } = parts
  const known = nothingKnown()

  async function turn(): Promise<Instant | null> {
    try {
      return clock.now() + (await look(parts, known))
    } catch (cause) {
      parts.onTrouble(cause)
      return clock.now() + TROUBLE_WAIT_MS
    }
  }

  async function state(): Promise<ScanFolderState> {
    const folder = (await readStoredFolder(store.db))?.folder ?? null
    const { stand, taken, lastTakenAtMs, refused } = known
    return { folder, stand: folder === null ? 'off' : stand, taken, lastTakenAtMs, refused: [...refused] }
  }

  async function watch(folder: string | null): Promise<Result<ScanFolderState, AppError>> {
    const begun = await begin(store, folder?.trim() ?? '')
    if (!begun.ok) return begun
    Object.assign(known, nothingKnown())
    loop.wake()
    return ok(await state())
  }

  const loop = startLoop(turn, parts.setAlarm, parts.mayBegin)
  return { state, watch, stop: () => loop.stop() }
}

/** Keeps which folder is watched, and that what lies there now was dealt with. */
async function begin(store: Store, path: string): Promise<Result<void, AppError>> {
  if (path === '') return ok(await writeStoredFolder(store.db, null))
  const seen = await lookIntoFolder(path)
  if (seen.kind !== 'seen') return err({ code: 'scan_folder_missing', path })
  const marks = Object.fromEntries(seen.files.map(({ name, mark }) => [name, mark]))
  return ok(await writeStoredFolder(store.db, { folder: path, marks }))
}

/** Looks once, takes in what has settled, and says how long to wait. */
async function look(parts: ScanFolderParts, known: Known): Promise<number> {
  const stored = await readStoredFolder(parts.store.db)
  if (stored === null) return TROUBLE_WAIT_MS
  const seen = await lookIntoFolder(stored.folder)
  changeStand(parts, known, seen.kind === 'seen' ? 'watching' : seen.kind)
  if (seen.kind !== 'seen') return TROUBLE_WAIT_MS
  const isSettled = ({ name, mark }: FolderFile): boolean => known.before.get(name) === mark
  const settled = seen.files.filter((file) => stored.marks[file.name] !== file.mark && isSettled(file))
  known.before = new Map(seen.files.map(({ name, mark }) => [name, mark]))
  for (const file of settled) if (!(await take(parts, known, stored.folder, file))) return TROUBLE_WAIT_MS
  return LOOK_EVERY_MS
}

function changeStand({ emit }: ScanFolderParts, known: Known, stand: Known['stand']): void {
  if (stand === known.stand) return
  known.stand = stand
  emit({ name: 'changed', value: { areas: ['forms'] } })
}

/** False when the store has no room or the folder is another by now: the file is taken at another look. */
async function take(parts: ScanFolderParts, known: Known, folder: string, file: FolderFile): Promise<boolean> {
  const { store, clock, emit } = parts
  const outcome = await bring(parts, file)
  if (!outcome.ok) return false
  const stored = await readStoredFolder(store.db)
  if (stored?.folder !== folder) return false
  await writeStoredFolder(store.db, { folder, marks: { ...stored.marks, [file.name]: file.mark } })
  const told = outcome.value.filter(({ error }) => error.code !== 'form_already_added')
  // A scanner that paused within a file had its first half refused; the whole file takes that back.
  known.refused = [...told, ...known.refused.filter(({ name }) => name !== file.name)].slice(0, MOST_REFUSED)
  if (outcome.value.length === 0) {
    known.taken += 1
    known.lastTakenAtMs = clock.now()
  }
  emit({ name: 'changed', value: { areas: ['forms'] } })
  return true
}

/** Has a file added, and answers what of it was refused. Fails where the store cannot take anything in now. */
async function bring(
  { add }: ScanFolderParts,
  { name, path, sizeBytes }: FolderFile,
): Promise<Result<readonly Refused[], AppError>> {
  const limitBytes = FORM_FILE_LIMITS.sizeBytes
  if (sizeBytes > limitBytes) return ok([{ name, error: { code: 'file_too_big', name, sizeBytes, limitBytes } }])
  const added = await add({ name, bytes: await readFile(path) })
  if (!added.ok) return added
  const full = added.value.refused.find(({ error }) => error.code === 'disk_full' || error.code === 'folder_read_only')
  return full ? err(full.error as AppError) : ok(added.value.refused)
}
