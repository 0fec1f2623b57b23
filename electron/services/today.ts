import { displayName } from '../../shared/domain/person-name.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { addDays, DAY_MS, isoDay, startOfDay } from '../../shared/time.ts'
import type { Instant, IsoDay } from '../../shared/time.ts'
import { appointmentDays } from '../db/repos/appointments.ts'
import type { Appointment } from '../db/repos/appointments.ts'
import {
  countSentSince,
  formsToCheck,
  numbersInStates,
  undecidedNumbers,
  unreadNumbers,
} from '../db/repos/day-counts.ts'
import { waitingBetween } from '../db/repos/day-counts.ts'
import type { NeedRow } from '../db/repos/day-counts.ts'
import { type WrongNumber, wrongNumbers } from '../db/repos/wrong-numbers.ts'
import { type HeldBroadcast, heldByOptdesk } from '../db/repos/held-broadcasts.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { peopleOfAppointments } from './appointments-of-day.ts'
import { broadcastList } from './broadcast-story.ts'
import { dayBook } from './day-book.ts'
import { shownName } from './delivery-story.ts'
import { lineStatus } from './line-status.ts'

type Today = OutputOf<'today.get'>
type Need = Today['needs'][number]
type Moment = Today['line'][number]

const NAMES_SHOWN = 3
/** More than that begin together only in a list that is none of one office. */
const WORDS_IN_A_MOMENT = 6

/** What needs a person now, most urgent first, and the day as a line. */
export async function today(desk: DeskServices): Promise<Today> {
  const nowMs = desk.clock.now()
  const zone = desk.practiceZone()
  const day = isoDay(nowMs, zone)
  const span = { from: startOfDay(day, zone), to: startOfDay(addDays(day, 1), zone) }
  const forms = await formsToCheck(desk.store.db)
  const unread = await unreadNumbers(desk.store.db)
  const needs = await allNeeds(desk, { day, nowMs, forms, unread })
  const { sent, delivered } = await countSentSince(desk.store.db, span.from)
  const line = [...(await appointmentMoments(desk, day)), ...(await sendingMoments(desk, span))]
  return {
    isoDay: day,
    nowMs,
    needs,
    line: line.toSorted((left, right) => left.atMs - right.atMs),
    counts: { today: needs.length, forms: forms.length, messages: uniqueNumbers(unread).length },
    sentToday: sent,
    deliveredToday: delivered,
  }
}

interface Now {
  readonly day: IsoDay
  readonly nowMs: Instant
  readonly forms: Awaited<ReturnType<typeof formsToCheck>>
  readonly unread: readonly NeedRow[]
}

async function allNeeds(desk: DeskServices, { day, nowMs, forms, unread }: Now): Promise<Need[]> {
  const { db } = desk.store
  const { linePause, clockQuestion } = await lineStatus(desk)
  const undecided = await undecidedNumbers(db)
  const asked = new Set(undecided.map(({ e164 }) => e164))
  const replies = unread.filter(({ e164 }) => !asked.has(e164))
  const inDoubt = await numbersInStates(db, ['in_doubt', 'needs_person'], 0)
  const failed = await numbersInStates(db, ['failed', 'undeliverable', 'rejected'], nowMs - DAY_MS)
  const isEmpty = (await appointmentDays(db, day)).length === 0
  const needs: Need[] = [
    { kind: 'clock', count: clockQuestion === null ? 0 : 1, target: null, names: [] },
    ofNumbers('maybe_stop', undecided),
    ofBroadcasts(await heldByOptdesk(db)),
    ofNumbers('in_doubt', inDoubt),
    { kind: 'line_paused', count: linePause === null ? 0 : 1, target: null, names: [] },
    ofPeople(await wrongNumbers(db)),
    ofNumbers('replies', replies),
    ofForms(forms),
    ofNumbers('failed', failed),
    { kind: 'no_day_sheet', count: isEmpty ? 1 : 0, target: null, names: [] },
  ]
  return needs.filter(({ count }) => count > 0)
}

function ofNumbers(kind: Need['kind'], rows: readonly NeedRow[]): Need {
  const one = uniqueNumbers(rows)
  const names = one.slice(0, NAMES_SHOWN).map((row) => shownName(row, row.e164))
  return { kind, count: one.length, target: one.length === 1 ? (one[0]?.e164 ?? null) : null, names }
}

function ofPeople(people: readonly WrongNumber[]): Need {
  const names = people.slice(0, NAMES_SHOWN).map(displayName)
  const target = people.length === 1 ? (people[0]?.personId ?? null) : null
  return { kind: 'wrong_number', count: people.length, target, names }
}

function ofBroadcasts(held: readonly HeldBroadcast[]): Need {
  const names = held.slice(0, NAMES_SHOWN).map(({ title }) => title)
  const target = held.length === 1 ? (held[0]?.id ?? null) : null
  return { kind: 'broadcast_held', count: held.length, target, names }
}

function ofForms(forms: Now['forms']): Need {
  const names = [...new Set(forms.map(({ name }) => name))].slice(0, NAMES_SHOWN)
  return { kind: 'forms', count: forms.length, target: forms.length === 1 ? (forms[0]?.id ?? null) : null, names }
}

function uniqueNumbers(rows: readonly NeedRow[]): readonly NeedRow[] {
  return [...new Map(rows.map((row) => [row.e164, row])).values()]
}

/** The appointments, those that begin together as one. */
async function appointmentMoments(desk: DeskServices, day: IsoDay): Promise<readonly Moment[]> {
  const booked = (await dayBook(desk.store.db, day)).filter(({ isCancelled }) => !isCancelled)
  const people = await peopleOfAppointments(desk, booked)
  const nameOf = ({ personId }: Appointment): string => {
    const person = people.get(personId)
    return person ? displayName(person) : ''
  }
  const slots = Map.groupBy(booked, ({ startsAtMs }) => startsAtMs)
  return [...slots].map(([atMs, group]) => ({
    kind: 'appointment',
    atMs,
    title: shortList(group, nameOf),
    detail: shortList(group, ({ provider }) => provider),
    count: group.length,
    targetId: null,
  }))
}

/** What goes out on this day, or went: each broadcast by itself, the rest by the instant from which it may leave. */
async function sendingMoments(
  desk: DeskServices,
  span: { readonly from: Instant; readonly to: Instant },
): Promise<readonly Moment[]> {
  const { broadcasts } = await broadcastList(desk)
  const ofToday = broadcasts.filter(({ startsAtMs }) => startsAtMs >= span.from && startsAtMs < span.to)
  const waiting = Map.groupBy(await waitingBetween(desk.store.db, span), ({ atMs }) => atMs)
  return [
    ...ofToday.map(({ id, title, startsAtMs, total }): Moment => {
      return { kind: 'broadcast', atMs: startsAtMs, title, detail: '', count: total, targetId: id }
    }),
    ...[...waiting].map(([atMs, rows]): Moment => {
      const names = shortList(rows, (row) => shownName(row, row.e164))
      return { kind: 'waiting', atMs, title: names, detail: '', count: rows.length, targetId: null }
    }),
  ]
}

/** The first few different words; of thousands that begin together the others are never written out. */
function shortList<T>(items: readonly T[], wordOf: (item: T) => string): string {
  const words = new Set<string>()
  for (const item of items) {
    if (words.size === WORDS_IN_A_MOMENT) break
    const word = wordOf(item)
    if (word !== '') words.add(word)
  }
  return [...words].join(', ')
}
