import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { fitWidth, move, showPlace, turnRight, ZOOM_STEP, zoomAt, zoomMiddle } from './picture-view.ts'
import type { PictureView, Place, Size, Stage } from './picture-view.ts'

type Change = (stage: Stage, view: PictureView) => PictureView

/** What a person can do with the picture, by key, by button, by wheel and by dragging. */
export interface PictureHands {
  /** Null until the size of the frame is known. */
  readonly view: PictureView | null
  readonly larger: () => void
  readonly smaller: () => void
  readonly fit: () => void
  readonly turn: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly drag: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  }
}

const ARROW_STEP = 60
const WHEEL_PACE = 0.0015
const larger: Change = (stage, view) => zoomMiddle(stage, view, ZOOM_STEP)
const smaller: Change = (stage, view) => zoomMiddle(stage, view, 1 / ZOOM_STEP)
const fit: Change = (stage, view) => fitWidth(stage, view.turn)

const KEYS: Readonly<Record<string, Change>> = {
  '+': larger,
  '=': larger,
  '-': smaller,
  '0': fit,
  r: turnRight,
  ArrowUp: (stage, view) => move(stage, view, 0, ARROW_STEP),
  ArrowDown: (stage, view) => move(stage, view, 0, -ARROW_STEP),
  ArrowLeft: (stage, view) => move(stage, view, ARROW_STEP, 0),
  ArrowRight: (stage, view) => move(stage, view, -ARROW_STEP, 0),
}

/**
 * Holds how a picture lies in its frame. It fits the width again when the window changes its size, and follows a place
 * from one to the next.
 */
export function usePictureView(frameRef: RefObject<HTMLDivElement | null>, picture: Size, place?: Place): PictureHands {
  const frame = useFrameSize(frameRef)
  const { width, height } = picture
  const [view, setView] = useState<PictureView | null>(null)
  useLayoutEffect(() => {
    if (frame) setView((before) => fitWidth({ frame, picture: { width, height } }, before?.turn ?? 0))
  }, [frame, width, height])
  useLayoutEffect(() => {
    if (frame && place) setView(showPlace({ frame, picture: { width, height } }, place))
  }, [frame, width, height, place])
  const apply = useCallback(
    (change: Change) => {
      if (frame) setView((before) => before && change({ frame, picture: { width, height } }, before))
    },
    [frame, width, height],
  )
  useWheel(frameRef, apply)
  return {
    view,
    larger: () => apply(larger),
    smaller: () => apply(smaller),
    fit: () => apply(fit),
    turn: () => apply(turnRight),
    onKeyDown: (event) => {
      const change = KEYS[event.key]
      if (!change || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      apply(change)
    },
    drag: {
      onPointerDown: (event) => event.currentTarget.setPointerCapture(event.pointerId),
      onPointerMove: (event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        const { movementX, movementY } = event
        apply((stage, before) => move(stage, before, movementX, movementY))
      },
    },
  }
}

function useFrameSize(frameRef: RefObject<HTMLDivElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const frame = frameRef.current
    if (!frame) return undefined
    const measure = () => setSize({ width: frame.clientWidth, height: frame.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(frame)
    measure()
    return () => observer.disconnect()
  }, [frameRef])
  return size
}

/** React listens to the wheel passively; only a listener of our own may keep the page from scrolling along. */
function useWheel(frameRef: RefObject<HTMLDivElement | null>, apply: (change: Change) => void): void {
  useEffect(() => {
    const frame = frameRef.current
    if (!frame) return undefined
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { left, top } = frame.getBoundingClientRect()
      const point = { x: event.clientX - left, y: event.clientY - top }
      apply((stage, view) => zoomAt(stage, view, Math.exp(-event.deltaY * WHEEL_PACE), point))
    }
    frame.addEventListener('wheel', onWheel, { passive: false })
    return () => frame.removeEventListener('wheel', onWheel)
  }, [frameRef, apply])
}
