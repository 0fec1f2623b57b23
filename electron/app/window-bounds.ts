/** A rectangle on the desktop in device-independent pixels. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where and how the window was when it was closed. */
export interface WindowMemory {
  readonly bounds: Bounds
  readonly isMaximized: boolean
  readonly isDark: boolean
}

/** The size of a window that nobody has moved yet, and the least that every page fits into. */
export const FIRST_SIZE = { width: 1280, height: 800 }
/** See {@link FIRST_SIZE}. */
export const LEAST_SIZE = { width: 960, height: 640 }

/** Width that must lie on some display for a person to be able to grasp the window. */
const GRASP_PX = 120

/** The remembered bounds where enough of them is still on a display; undefined means: the middle of the main one. */
export function boundsToRestore(remembered: Bounds | undefined, displays: readonly Bounds[]): Bounds | undefined {
  if (remembered === undefined || !displays.some((display) => isGraspable(remembered, display))) return undefined
  return {
    ...remembered,
    width: Math.max(remembered.width, LEAST_SIZE.width),
    height: Math.max(remembered.height, LEAST_SIZE.height),
  }
}

/** Reads what was remembered; anything that is not what we write is as good as nothing. */
export function parseWindowMemory(text: string): WindowMemory | undefined {
  try {
    const memory: unknown = JSON.parse(text)
    return isWindowMemory(memory) ? memory : undefined
  } catch {
    return undefined
  }
}

function isGraspable(bounds: Bounds, display: Bounds): boolean {
  const visibleWidth = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x)
  const isTitleVisible = bounds.y >= display.y && bounds.y < display.y + display.height
  return visibleWidth >= GRASP_PX && isTitleVisible
}

function isWindowMemory(value: unknown): value is WindowMemory {
  return (
    isRecord(value) &&
    typeof value['isMaximized'] === 'boolean' &&
    typeof value['isDark'] === 'boolean' &&
    isBounds(value['bounds'])
  )
}

function isBounds(value: unknown): value is Bounds {
  return isRecord(value) && ['x', 'y', 'width', 'height'].every((side) => Number.isInteger(value[side]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
