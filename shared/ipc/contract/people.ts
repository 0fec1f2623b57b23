import { z } from 'zod'
import { CONSENT_KINDS, CONSENT_SOURCES } from '../../domain/consent.ts'
import { read, write } from '../method.ts'
import {
  deliveryState,
  e164,
  id,
  instant,
  language,
  purpose,
  replyDecision,
  replyMeaning,
  textState,
} from './common.ts'
import { stopScope, stopSource, toldStop } from './opt-outs.ts'

const consentState = z.enum(['none', 'granted', 'confirmed', 'revoked', 'expired', 'reassigned'])
const consentSource = z.enum(CONSENT_SOURCES)

/** Where one purpose of one number stands, with the event behind it. */
export const consentStanding = z.object({
  purpose,
  state: consentState,
  sinceMs: instant.nullable(),
  source: consentSource.nullable(),
  formId: id.nullable(),
  formCode: z.string().nullable(),
  staffName: z.string().nullable(),
})

export const personNumber = z.object({
  e164,
  state: textState,
  consents: z.array(consentStanding),
  /**
   * When this number said stop, or perhaps did (`maybe_stop`), how, and what ended; the widest where there are several, null
   * where there is none.
   */
  optOut: z.object({ atMs: instant, source: stopSource, scope: stopScope, words: z.string().nullable() }).nullable(),
})

export const personRow = z.object({
  id,
  displayName: z.string(),
  language,
  numbers: z.array(z.object({ e164, state: textState })),
})

export const timelineItem = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('consent'),
    atMs: instant,
    e164,
    purpose,
    kind: z.enum(CONSENT_KINDS),
    source: consentSource,
    staffName: z.string().nullable(),
    formId: id.nullable(),
    formCode: z.string().nullable(),
  }),
  z.object({ type: z.literal('form'), atMs: instant, formId: id, name: z.string() }),
  toldStop.extend({ type: z.literal('opt_out') }),
  z.object({
    type: z.literal('message_out'),
    atMs: instant,
    e164,
    deliveryId: id,
    body: z.string(),
    state: deliveryState,
  }),
  z.object({
    type: z.literal('message_in'),
    atMs: instant,
    e164,
    body: z.string(),
    meaning: replyMeaning,
    decision: replyDecision,
  }),
  z.object({
    type: z.literal('appointment'),
    atMs: instant,
    provider: z.string(),
    visitType: z.string(),
    isCancelled: z.boolean(),
  }),
])

export const personDetail = z.object({
  id,
  givenName: z.string(),
  familyName: z.string(),
  displayName: z.string(),
  email: z.string(),
  language,
  zone: z.string().nullable(),
  numbers: z.array(personNumber),
  timeline: z.array(timelineItem),
})

export const peopleMethods = {
  /** Search as you type: any word of a name, any run of three or more digits of a number. Pages by `after`. */
  'people.search': read(
    z.strictObject({
      text: z.string().max(200),
      state: textState.optional(),
      after: z.string().max(400).nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    z.object({ people: z.array(personRow), after: z.string().nullable(), total: z.number() }),
  ),
  'people.get': read(z.strictObject({ id }), personDetail),
  /** Who is already known under a number that is being typed. Empty while the number is not complete. */
  'people.byPhone': read(
    z.strictObject({ phone: z.string().max(40) }),
    z.object({ e164: e164.nullable(), people: z.array(personRow) }),
  ),
  /** Adds a person without consent, or changes name, e-mail, language; adds `phone` when it is not empty. */
  'people.save': write(
    z.strictObject({
      id: id.nullable(),
      givenName: z.string().max(80),
      familyName: z.string().max(80),
      email: z.string().max(254),
      language,
      phone: z.string().max(40),
    }),
    z.object({ personId: id }),
  ),
} as const
