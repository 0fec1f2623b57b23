import { z } from 'zod'
import { CHECKED_FIELDS } from '../../domain/checked-field.ts'
import { read, write } from '../method.ts'
import { appError, bytes, e164, givenFile, id, instant, isoDay, language, nothing } from './common.ts'
import { formReading, readingState, typedCheck } from './form-reading.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export const formState = z.enum(['to_check', 'accepted', 'set_aside'])

export const formRow = z.object({
  id,
  /** The file's name as it came in. */
  name: z.string(),
  /** 1-based page within the file; 1 of 1 for a picture. */
  pageNo: z.number(),
  pageCount: z.number(),
  state: formState,
  addedAtMs: instant,
  personId: id.nullable(),
  personName: z.string().nullable(),
  setAsideReason: z.string().nullable(),
  reading: readingState,
  /** Why it could not be read: the code of the cause. */
  unreadCode: z.string().nullable(),
})

export const formVersion = z.object({
  id,
  code: z.string(),
  language,
  /** The sentence beside each box, exactly as printed. */
  sentences: z.object({ care: z.string(), marketing: z.string(), group: z.string() }),
  /** SHA-256 (hex) of the whole wording. */
  wordingSha256: z.string(),
})

/** One field: what the machine read (null: nothing) and what was saved. */
export const checkedField = z.object({
  field: z.enum(CHECKED_FIELDS),
  read: z.string().nullable(),
  saved: z.string(),
  isChanged: z.boolean(),
})

export const formDetail = formRow.extend({
  /** SHA-256 (hex) of the original bytes: the proof. */
  originalSha256: z.string(),
  sizeBytes: z.number(),
  mediaType: z.string(),
  /** What a person decided, once accepted. */
  decision: z
    .object({
      formVersionId: id,
      formCode: z.string(),
      e164,
      agreed: z.object({ care: z.boolean(), marketing: z.boolean(), group: z.boolean() }),
      signedOn: isoDay,
      staffName: z.string(),
      atMs: instant,
      /** What stood on the screen before that person, and what became of it; null for sheets of before. */
      check: z
        .object({
          /** The machine had read it. */
          wasRead: z.boolean(),
          changed: z.array(checkedField),
          openMs: z.number().nullable(),
        })
        .nullable(),
    })
    .nullable(),
})

export const setAsideReason = z.enum(['not_signed', 'unreadable', 'not_a_form', 'other'])

export const formMethods = {
  /** Keeps the originals and makes one form to check per page. One bad file never stops the others. */
  'forms.add': write(
    z.strictObject({ files: z.array(givenFile).min(1).max(50) }),
    z.object({
      added: z.array(formRow),
      refused: z.array(z.object({ name: z.string(), error: appError })),
    }),
  ),
  'forms.list': read(
    z.strictObject({ state: formState.optional() }),
    z.object({
      forms: z.array(formRow),
      counts: z.object({ toCheck: z.number(), accepted: z.number(), setAside: z.number() }),
    }),
  ),
  'forms.get': read(z.strictObject({ id }), formDetail),
  /** The page as a picture, upright, without metadata, at most 2200 px on its longer side. */
  'forms.page': read(
    z.strictObject({ id }),
    z.object({ bytes, mediaType: z.literal('image/jpeg'), widthPx: z.number(), heightPx: z.number() }),
  ),
  /** What the machine read on a sheet: a proposal for whoever checks it, and no more. */
  'forms.reading': read(z.strictObject({ id }), formReading),
  /** The straightened page of a reading, as it is printed on paper; it never changes. */
  'forms.straightPage': read(
    z.strictObject({ readingId: id }),
    z.object({ bytes, mediaType: z.literal('image/jpeg'), widthPx: z.number(), heightPx: z.number() }),
  ),
  /** Says what is wrong or odd with what stands in the fields, as `forms.accept` would. */
  'forms.checkTyped': read(
    z.strictObject({
      formVersionId: id.nullable(),
      phone: z.string().max(40),
      email: z.string().max(254),
      signedOn: isoDay.nullable(),
    }),
    typedCheck,
  ),
  'forms.versions': read(nothing, z.object({ versions: z.array(formVersion) })),
  /**
   * One transaction of person, number, consent events with their proof, and the queued confirmation text.
   * Each box is what a person pressed, never a default.
   */
  'forms.accept': write(
    z.strictObject({
      id,
      formVersionId: id,
      givenName: z.string().max(80),
      familyName: z.string().max(80),
      phone: z.string().max(40),
      email: z.string().max(254),
      language,
      agreed: z.strictObject({ care: z.boolean(), marketing: z.boolean(), group: z.boolean() }),
      isSigned: z.boolean(),
      signedOn: isoDay,
      /** Attach to this known person instead of making a new one. */
      personId: id.nullable(),
      /** The reading that stood before the person, and for how long the sheet was open: kept with the decision. */
      readingId: id.nullable().optional(),
      openMs: z.number().int().min(0).max(DAY_MS).optional(),
    }),
    z.object({ personId: id, e164, isConfirmationQueued: z.boolean(), nextFormId: id.nullable() }),
  ),
  'forms.setAside': write(
    z.strictObject({ id, reason: setAsideReason, note: z.string().max(500) }),
    z.object({ nextFormId: id.nullable() }),
  ),
  /** Takes a form that was set aside back into the pile. */
  'forms.reopen': write(z.strictObject({ id }), formRow),
} as const
