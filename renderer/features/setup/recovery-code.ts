import { createContext, use } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'

/** The recovery code of a store that was just made, and how its key is kept. */
export type RecoveryCode = OutputOf<'setup.createOffice'>

/** Where a fresh recovery code is handed to, above everything that may change when the desk does. */
export const RecoveryCodeContext = createContext<((code: RecoveryCode) => void) | null>(null)

/** Shows a fresh recovery code over the whole window until a person put it away. */
export function useShowRecoveryCode(): (code: RecoveryCode) => void {
  const show = use(RecoveryCodeContext)
  if (!show) throw new Error('There is no DeskGate above')
  return show
}
