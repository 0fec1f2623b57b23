import { startTransition, useEffect, useState } from 'react'

/** Where the page never paints (a window that is hidden), the rest may come all the same. */
const AT_MOST_MS = 500

let isUnderWay = false

/** Says that the window draws for the first time: what {@link useFirstDrawing} leaves for later then comes later. */
export function beginFirstDrawing(): void {
  isUnderWay = true
}

/**
 * True while the window draws for the first time. A part that can show the same picture for less work does so until the
 * picture is seen; what only a hand needs (focus, selection, the measuring of long lists) follows a frame later.
 */
export function useFirstDrawing(): boolean {
  const [isFirst, setFirst] = useState(isUnderWay)
  useEffect(() => {
    if (!isFirst) return
    const goOn = () => {
      isUnderWay = false
      startTransition(() => setFirst(false))
    }
    const timer = setTimeout(goOn, AT_MOST_MS)
    const frame = requestAnimationFrame(() => setTimeout(goOn))
    return () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
    }
  }, [isFirst])
  return isFirst
}
