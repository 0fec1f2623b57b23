import { createContext, use, useLayoutEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'

/** What lies over the page. */
export type Overlay = 'palette' | 'keys' | 'carrier' | 'stop'

interface WindowState {
  readonly overlay: Overlay | null
  readonly open: (overlay: Overlay) => void
  readonly close: () => void
  /** Counter privacy: names, numbers and words are hidden. */
  readonly isPrivate: boolean
  readonly togglePrivacy: () => void
}

const State = createContext<WindowState | null>(null)

/** Holds what is open over the page, and counter privacy. None of it outlives the window. */
export function WindowStateProvider({ children }: { readonly children: ReactNode }) {
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const [isPrivate, setPrivate] = useState(false)
  useLayoutEffect(() => {
    document.documentElement.dataset['privacy'] = isPrivate ? 'on' : 'off'
  }, [isPrivate])
  const state = useMemo<WindowState>(
    () => ({
      overlay,
      open: setOverlay,
      close: () => setOverlay(null),
      isPrivate,
      togglePrivacy: () => setPrivate((was) => !was),
    }),
    [overlay, isPrivate],
  )
  return <State value={state}>{children}</State>
}

/** What lies over the page, and counter privacy. */
export function useWindowState(): WindowState {
  const state = use(State)
  if (!state) throw new Error('There is no WindowStateProvider above')
  return state
}
