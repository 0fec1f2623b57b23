import type { Random } from '../../scripts/samples/random.ts'
import { between, seededRandom } from '../../scripts/samples/random.ts'
import type { Purpose } from '../../shared/domain/consent.ts'
import { serialText } from '../../shared/domain/opt-in-form.ts'
import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import type { CombName } from '../../shared/domain/opt-in-form-layout.ts'
import { combOf } from '../../shared/domain/opt-in-form-layout.ts'
import { harborviewSheet, SHEET_CHOICES } from '../../shared/domain/sample-sheets.ts'
import { AREA_CODE_ZONES } from '../../shared/rules/area-code-zones.ts'

/** How the picture of a sheet was made; `hard` is what an impatient person sends. */
export const PICTURE_KINDS = ['flatbed', 'photo', 'webcam', 'hard'] as const
export type PictureKind = (typeof PICTURE_KINDS)[number]

/** What a person did to a box. The first line means Yes, the second nothing, the third may mean anything: a person is asked. */
export const YES_MARKS = ['tick', 'cross', 'slash', 'small', 'big', 'light'] as const
export const NO_MARKS = ['empty', 'specks', 'stray_line'] as const
export const DOUBTFUL_MARKS = ['scribble', 'struck_out', 'crossed_through', 'corrected', 'between'] as const
export type DrawnMark = (typeof YES_MARKS)[number] | (typeof NO_MARKS)[number] | (typeof DOUBTFUL_MARKS)[number]
export type MarkMeaning = 'yes' | 'no' | 'doubtful'

/** What was done where the signature belongs. */
export type DrawnSignature = 'name' | 'scrawl' | 'initials' | 'overflow' | 'nothing' | 'specks' | 'dash'

/** What befell the paper before its picture was taken. */
export type PaperWear = 'none' | 'fax' | 'half_tone' | 'coffee' | 'crumpled' | 'ink_bleed'

/** One filled sheet: all that is truly on it, and what its picture is like. The same seed gives the same sheet. */
export interface SheetPlan {
  readonly seed: number
  readonly kind: PictureKind
  readonly version: FormVersion
  readonly serial: string
  readonly family: string
  /** What is written, as the grammar of each field gives it back. */
  readonly fields: Readonly<Partial<Record<CombName, string>>>
  readonly marks: Readonly<Partial<Record<Purpose, DrawnMark>>>
  readonly signature: DrawnSignature
  readonly wear: PaperWear
  readonly isUpsideDown: boolean
  /** A finger lies on this corner mark. */
  readonly finger: number | null
}

/** Hands that the model has never seen, as fonts: four that print, two that join their letters. */
export const PRINT_HANDS = ['patrick-hand', 'gochi-hand', 'reenie-beanie', 'sue-ellen-francisco'] as const
export const CURSIVE_HANDS = ['homemade-apple', 'marck-script'] as const

const FIRST = 'MARIA JAMES AISHA TOMAS KENJI OLGA PRIYA DWAYNE XAVIER ZOE QUINN HUGO FATIMA BRENDA LUKE IVY JO'.split(
  ' ',
)
const LAST =
  "NGUYEN OKAFOR SMITH GARCIA WEBER KOWALSKI JOHNSON O'BRIEN LEE FITZGERALD VAZQUEZ HYDE BAKER SMITH-JONES XU".split(
    ' ',
  )
const DOMAINS = [
  'gmail.com',
  'yahoo.com',
  'outlook.com',
  'icloud.com',
  'aol.com',
  'example.org',
  'mail.test',
  'kcls.org',
]
const AREA_CODES = Object.values(AREA_CODE_ZONES.codesByZone).flatMap((codes) => codes.trim().split(/\s+/))

/** Which mark means what. */
export function meaningOf(mark: DrawnMark): MarkMeaning {
  if ((YES_MARKS as readonly string[]).includes(mark)) return 'yes'
  return (NO_MARKS as readonly string[]).includes(mark) ? 'no' : 'doubtful'
}

/** Whether it counts as signed: any writing does, a dash and dust do not. */
export function isSigned(signature: DrawnSignature): boolean {
  return !['nothing', 'specks', 'dash'].includes(signature)
}

/** Invents a filled sheet. */
export function planSheet(seed: number, kind: PictureKind): SheetPlan {
  const random = seededRandom(seed * 7919 + 13)
  for (let warm = 0; warm < 5; warm += 1) random()
  const version = harborviewSheet(pick(random, SHEET_CHOICES))
  return {
    seed,
    kind,
    version,
    serial: serialText(1 + Math.floor(random() * 999_998)),
    family: pick(random, [...PRINT_HANDS, ...PRINT_HANDS, ...CURSIVE_HANDS]),
    fields: fieldsFor(version, random),
    marks: Object.fromEntries(version.layout.consentBoxes.map(({ purpose }) => [purpose, anyMark(random)])),
    signature: pick(random, ['name', 'scrawl', 'initials', 'overflow', 'name', 'nothing', 'specks', 'dash']),
    wear: wearFor(kind, random),
    isUpsideDown: random() < { flatbed: 0.1, photo: 0.12, webcam: 0, hard: 0.1 }[kind],
    finger: kind === 'hard' && random() < 0.3 ? Math.floor(random() * 4) : null,
  }
}

/** A sheet for one of everything: kinds in turn, at the shares of the measured sets (2 : 3 : 1 : 1). */
export function planSet(firstSeed: number, count: number): readonly SheetPlan[] {
  const turn: readonly PictureKind[] = ['flatbed', 'photo', 'webcam', 'photo', 'hard', 'flatbed', 'photo']
  return Array.from({ length: count }, (_, place) => planSheet(firstSeed + place, turn[place % turn.length] ?? 'photo'))
}

/** One of them. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)]
  if (chosen === undefined) throw new Error('There is nothing to pick from.')
  return chosen
}

function fieldsFor({ layout }: FormVersion, random: Random): SheetPlan['fields'] {
  const room = (name: CombName): number => combOf(layout, name)?.cells.length ?? 0
  const first = pick(
    random,
    FIRST.filter(({ length }) => length <= room('first_name')),
  )
  const last = pick(
    random,
    LAST.filter(({ length }) => length <= room('last_name')),
  )
  const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const mobile = `${pick(random, AREA_CODES)}${Math.floor(between(random, 2, 10))}0${digits(1)}${digits(4)}`
  const local = `${first.toLowerCase()}${random() < 0.4 ? '.' : ''}${random() < 0.5 ? digits(2) : pick(random, ['k', 'mp', 'w'])}`
  const email = `${local.replace(/\.(?=\d|$)/, '')}@${pick(random, DOMAINS)}`
  const month = 1 + Math.floor(random() * 12)
  const day = 1 + Math.floor(random() * 28)
  const pad = (value: number): string => String(value).padStart(2, '0')
  return {
    first_name: first,
    last_name: last,
    mobile,
    ...(email.length <= room('email') && { email }),
    signed_on: `202${Math.floor(between(random, 5, 7))}-${pad(month)}-${pad(day)}`,
  }
}

function anyMark(random: Random): DrawnMark {
  const kind = random()
  if (kind < 0.45) return pick(random, YES_MARKS)
  return kind < 0.75 ? pick(random, NO_MARKS) : pick(random, DOUBTFUL_MARKS)
}

function wearFor(kind: PictureKind, random: Random): PaperWear {
  if (kind === 'flatbed') return pick(random, ['none', 'none', 'none', 'fax', 'half_tone', 'coffee', 'ink_bleed'])
  return pick(random, ['none', 'none', 'none', 'coffee', 'crumpled', 'half_tone', 'ink_bleed'])
}
