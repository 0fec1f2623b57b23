import type { ExpressionBuilder } from 'kysely'
import type { DeliveryId, E164 } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Schema } from '../schema.ts'

/** Which deliveries a move is about: one, some, all of a number, all whose time is over, or all. */
export type Which =
  | { readonly id: DeliveryId }
  | { readonly ids: readonly DeliveryId[] }
  | { readonly e164: E164 }
  | { readonly overAtMs: Instant }
  | 'all'

/** The condition by which a query finds them. */
export function isOneOf(eb: ExpressionBuilder<Schema, 'delivery'>, which: Which) {
  if (which === 'all') return eb.lit(true)
  if ('id' in which) return eb('id', '=', which.id)
  if ('e164' in which) return eb('e164', '=', which.e164)
  if ('overAtMs' in which) return eb('expires_at_ms', '<=', which.overAtMs)
  return eb('id', 'in', among(which.ids))
}
