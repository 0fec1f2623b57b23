import { useSyncExternalStore } from 'react'
import { coreNow, onTick } from '../api/core-clock.ts'

/** The time now in ms by the core's clock, renewed every half minute. */
export function useNow(): number {
  return useSyncExternalStore(onTick, coreNow)
}
