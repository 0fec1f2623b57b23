import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Chance, chanceOf } from '../chance.ts'
import { type CutDisk, createCutDisk } from './cut-disk.ts'
import { createImage, type Image } from './image.ts'
import { type Damage, judgeOffice, judgePractice, judgeUpgrade } from './judge-image.ts'
import { type KeptPromises, noPromises } from './kept-promises.ts'
import { PROMISES, type Promised, type Section } from './promise.ts'
import { recordDesk, type Recording } from './record-desk.ts'
import type { Entry } from './recorded-log.ts'

/** What a run of power cuts is made of. */
export interface CutRun {
  readonly cuts: number
  readonly seed: number
  readonly synchronous: 'FULL' | 'NORMAL'
  readonly actions: number
  readonly progress?: (line: string) => void
}

/** What came of it: how many cuts left something wrong, by its kind, and some of it in words. */
export interface CutOutcome {
  readonly cuts: number
  readonly badCuts: number
  readonly byKind: Readonly<Record<Damage['kind'], number>>
  readonly examples: readonly string[]
  readonly cutsBySection: Readonly<Record<Section, number>>
  readonly recordedWrites: number
  readonly promises: number
  readonly cutsPerSec: number
}

/** The share of all cuts that falls into each part of the record, whatever its length. */
const SHARES: Readonly<Record<Section, number>> = { upgrade: 0.1, office: 0.05, practice: 0.1, work: 0.75 }
const EXAMPLES = 20
const PARTS: Readonly<Record<Section, string>> = {
  upgrade: 'old',
  office: 'office',
  practice: 'practice',
  work: 'practice',
}

/** Records a desk at work, cuts the power at random places of the record, and judges what is left each time. */
export async function runCuts(run: CutRun): Promise<CutOutcome> {
  // Images are written and thrown away by the thousand: memory is the place for them where there is such a folder.
  const dir = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'optdesk-cuts-'))
  try {
    return await cutAndJudge(run, await recordDesk(dir, run), createImage(join(dir, 'image')))
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function cutAndJudge(run: CutRun, recording: Recording, image: Image): Promise<CutOutcome> {
  const chance = chanceOf(run.seed)
  const places = cutPlaces(recording.entries, run.cuts, chance)
  const disk = createCutDisk(recording.root)
  const kept = noPromises()
  const byKind = { unopenable: 0, damaged: 0, lost: 0, half: 0 }
  const cutsBySection = { upgrade: 0, office: 0, practice: 0, work: 0 }
  const examples: string[] = []
  const begunAtMs = performance.now()
  let badCuts = 0
  let done = 0
  for (const [place, entry] of recording.entries.entries()) {
    takeUp(entry, disk, kept)
    for (let more = places.get(place) ?? 0; more > 0; more -= 1) {
      const damage = await judgeCut(disk, kept, chance, image)
      cutsBySection[kept.section()] += 1
      for (const kind of new Set(damage.map(({ kind }) => kind))) byKind[kind] += 1
      if (damage.length > 0) badCuts += 1
      examples.push(...damage.map(({ kind, what }) => `${kind}: ${what}`).slice(0, EXAMPLES - examples.length))
      done += 1
      if (done % 1000 === 0) run.progress?.(`${done} power cuts, ${badCuts} bad`)
    }
  }
  assertWhole(disk, recording)
  const cutsPerSec = Math.round(done / ((performance.now() - begunAtMs) / 1000))
  const promises = recording.entries.filter((entry) => isPromise(entry)).length
  const recordedWrites = recording.entries.length
  return { cuts: done, badCuts, byKind, examples, cutsBySection, recordedWrites, promises, cutsPerSec }
}

async function judgeCut(disk: CutDisk, kept: KeptPromises, chance: Chance, image: Image): Promise<readonly Damage[]> {
  const section = kept.section()
  image.layOut(disk.cut(chance), PARTS[section])
  const { dir } = image
  switch (section) {
    case 'upgrade':
      return judgeUpgrade(dir, kept)
    case 'office':
      return judgeOffice(dir, kept)
    case 'practice':
    case 'work':
      return judgePractice(dir, kept, chance)
  }
}

/** How many cuts come after each entry. */
function cutPlaces(entries: readonly Entry[], cuts: number, chance: Chance): ReadonlyMap<number, number> {
  const bySection: Record<Section, number[]> = { upgrade: [], office: [], practice: [], work: [] }
  let section: Section = 'upgrade'
  for (const [place, entry] of entries.entries()) {
    for (const promised of isPromise(entry) ? promisesIn(entry) : []) {
      if (promised.kind === 'section') ({ section } = promised)
    }
    bySection[section].push(place)
  }
  const places = new Map<number, number>()
  for (const name of Object.keys(SHARES) as Section[]) {
    for (let n = 0; n < Math.round(cuts * SHARES[name]); n += 1) {
      const place = chance.oneOf(bySection[name])
      places.set(place, (places.get(place) ?? 0) + 1)
    }
  }
  return places
}

function takeUp(entry: Entry, disk: CutDisk, kept: KeptPromises): void {
  disk.apply(entry)
  if (isPromise(entry)) promisesIn(entry).forEach(kept.add)
}

type Write = Extract<Entry, { readonly did: 'write' }>

function isPromise(entry: Entry): entry is Write {
  return entry.did === 'write' && basename(entry.path) === PROMISES
}

function promisesIn({ data }: Write): readonly Promised[] {
  const lines = data.toString('utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as Promised)
}

/** The record is complete: doing all that is in it leads to just what lay there in the end. */
function assertWhole(disk: CutDisk, { left }: Recording): void {
  const whole = disk.whole()
  const names = [...left.keys()].filter((path) => !path.endsWith('-shm'))
  const wrong = names.filter((path) => !whole.get(path)?.equals(left.get(path) ?? Buffer.alloc(0)))
  if (wrong.length > 0) throw new Error(`The recorder missed something that was done to ${wrong.join(', ')}`)
}
