import { z } from 'zod'
import { read, write } from '../method.ts'
import { instant, nothing } from './common.ts'

/** Whether the receiver listens, and if not, why. `no_account`: it knows no account whose webhooks it could believe. */
export const receiverStand = z.enum(['off', 'no_account', 'listening', 'port_taken', 'address_gone'])

/** Why a webhook was turned away, or taken and put aside: `not_our_number` is for a number that is not entered here. */
export const refusalReason = z.enum([
  'no_token',
  'bad_signature',
  'other_account',
  'other_body',
  'too_old',
  'too_long',
  'not_readable',
  'not_our_number',
])

/** The receiver as it is set and as it stands. The signature secret never leaves the core. */
export const receiverState = z.object({
  isOn: z.boolean(),
  /** The address of this computer at which it listens. */
  host: z.string(),
  port: z.number(),
  hasSecret: z.boolean(),
  /** The addresses that this computer has now, the loopback first. */
  addresses: z.array(z.string()),
  stand: receiverStand,
  /**
   * Until when the provider may still bring what it could not bring while nobody listened. An office that hears by webhook
   * alone sends nothing before.
   */
  catchingUpUntilMs: instant.nullable(),
  lastHeardAtMs: instant.nullable(),
  /** Since the receiver was started last, the most frequent first. */
  refused: z.array(z.object({ why: refusalReason, count: z.number(), lastAtMs: instant })),
})

export const receiverMethods = {
  'receiver.get': read(nothing, receiverState),
  /** A null secret keeps the one that is there. The receiver starts anew from what is set. */
  'receiver.save': write(
    z.strictObject({
      isOn: z.boolean(),
      host: z.ipv4(),
      /** Below 1024 a port belongs to the system. */
      port: z.number().int().min(1024).max(65_535),
      signatureSecret: z.string().max(200).nullable(),
    }),
    receiverState,
  ),
} as const
