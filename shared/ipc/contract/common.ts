import { z } from 'zod'
import { PURPOSES } from '../../domain/consent.ts'
import { DELIVERY_STATES } from '../../domain/delivery.ts'
import { REPLY_MEANINGS } from '../../domain/opt-out.ts'

/** An id made by the store (ULID, 26 characters). */
export const id = z.string().min(1).max(40)
/** Milliseconds since 1970 UTC. */
export const instant = z.number().int()
/** A calendar day, `YYYY-MM-DD`, in the practice's zone unless said otherwise. */
export const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** A phone number as E.164, for example `+12065550142`. */
export const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/)
/** No input at all. */
export const nothing = z.strictObject({})
/** A file's bytes. `npm run core` writes them as `{"base64": "..."}`. */
export const bytes = z.instanceof(Uint8Array)
/** A file as a person gives it: its name (never a path) and its bytes. */
export const givenFile = z.strictObject({ name: z.string().min(1).max(255), bytes })

export const language = z.enum(['en', 'es'])
export const purpose = z.enum(PURPOSES)

/** What the window shows of a number: a word, a colour and an icon go with each (`renderer/design/tokens.css`). */
export const textState = z.enum(['may_text', 'not_confirmed', 'did_not_agree', 'perhaps_said_stop', 'said_stop'])

/** What a text that came in means for consent. */
export const replyMeaning = z.enum(REPLY_MEANINGS)
/** For a reply that may have meant stop: what is known of it by now; null while a person must read it. */
export const replyDecision = z.enum(['stop', 'not_stop']).nullable()

/** Why a person is not texted, with the rule behind it. `reason` and `rule` are keys of the window's wording. */
export const refusal = z.object({ reason: z.string(), rule: z.string() })

export const deliveryState = z.enum(DELIVERY_STATES)

/** An expected failure as data (see `AppError`): a code and facts. */
export const appError = z.looseObject({ code: z.string() })
