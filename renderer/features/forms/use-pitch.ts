import { useSyncExternalStore } from 'react'

/** From here on there is room for larger characters. */
const WIDE = '(min-width: 1700px)'
const NARROW_PITCH = 20
const WIDE_PITCH = 26

/** The width of one character under its cell, in CSS pixels: 26 of them fit beside the picture. */
export function usePitch(): number {
  const isWide = useSyncExternalStore(listen, () => window.matchMedia(WIDE).matches)
  return isWide ? WIDE_PITCH : NARROW_PITCH
}

function listen(changed: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
