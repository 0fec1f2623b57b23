import { ok } from '../../shared/result.ts'
import type { Provider } from './port.ts'

/**
 * The same provider for an account that may not read its book: it sends, and hears nothing of answers and receipts. Only
 * for an office whose provider keeps the opt-outs by itself.
 */
export function withoutBook(provider: Provider): Provider {
  return { ...provider, fetchRecords: async () => ok([]) }
}
