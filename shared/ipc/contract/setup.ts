import { z } from 'zod'
import { read, write } from '../method.ts'
import { appError, id, instant, language, nothing } from './common.ts'

/** How the store's key is kept: in a file beside it (practice only), by the system's keychain, or by a passphrase. */
export const keyProtection = z.enum(['file', 'keychain', 'passphrase'])

/** Which store is open: the practice desk (fiction) or the office's own. */
export const desk = z.enum(['practice', 'office'])

export const setupState = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('ready'),
    desk,
    protection: keyProtection,
    hasOffice: z.boolean(),
    appVersion: z.string(),
    /** The core's clock, by which all that is shown is told. */
    nowMs: instant,
  }),
  z.object({ state: z.literal('locked'), desk, why: z.enum(['passphrase', 'keychain_lost']), hasOffice: z.boolean() }),
  z.object({ state: z.literal('trouble'), desk, error: appError, hasOffice: z.boolean() }),
])

export const staffMember = z.object({ id, name: z.string(), isActive: z.boolean() })

const practice = z.object({
  name: z.string().min(1).max(120),
  phone: z.string().max(40),
  zone: z.string().min(1).max(60),
  language,
})

const preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  language,
})

export const setupMethods = {
  /** Always answers, also when no store is open. */
  'setup.state': read(nothing, setupState),
  /** Opens a locked store by its passphrase or its printed recovery code. */
  'setup.unlock': write(z.strictObject({ secret: z.string().min(1).max(200) }), setupState),
  /** Tries to open the store again (after space was freed, the folder was made writable). */
  'setup.retry': write(nothing, setupState),
  /** Opens a store whose log was taken away (`log_gone`): a person accepts that what was saved last is missing. */
  'setup.openWithoutLog': write(nothing, setupState),
  /** Opens the other desk. */
  'setup.open': write(z.strictObject({ desk }), setupState),
  /** Says how an office store would be protected here. */
  'setup.protection': read(nothing, z.object({ protection: keyProtection, minPassphraseLength: z.number() })),
  /** Makes the office's own, empty store. The recovery code is shown once and never stored. */
  'setup.createOffice': write(
    z.strictObject({
      practiceName: z.string().min(1).max(120),
      zone: z.string().min(1).max(60),
      language,
      staffName: z.string().min(1).max(80),
      passphrase: z.string().max(200).nullable(),
    }),
    z.object({ recoveryCode: z.string(), protection: keyProtection }),
  ),
  'practice.get': read(nothing, practice),
  'practice.update': write(practice.partial().strict(), practice),
  'staff.list': read(nothing, z.object({ staff: z.array(staffMember), currentId: id })),
  'staff.add': write(z.strictObject({ name: z.string().trim().min(1).max(80) }), staffMember),
  /** Says who sits at the desk now; every write after it carries this name. */
  'staff.signIn': write(z.strictObject({ id }), staffMember),
  'preferences.get': read(nothing, preferences),
  'preferences.update': write(preferences.partial().strict(), preferences),
} as const
