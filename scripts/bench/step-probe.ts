import { closeSync, openSync, readSync } from 'node:fs'

/** Watches how long the process does not get round to anything else. */
export interface StepProbe {
  /** Ends the watch; answers the longest single step since it began, in milliseconds. */
  stop(): number
}

/**
 * Looks at the clock at every turn of the event loop: what lies between two looks is one step that nobody could break.
 * Waiting for the disk counts; on Linux the time in which the machine worked for other programs does not.
 */
export function startStepProbe(): StepProbe {
  const others = openOthersClock()
  let longestMs = 0
  let lastMs = performance.now()
  let lastOthersMs = others.read()
  let isOver = false
  const look = (): void => {
    const nowMs = performance.now()
    const othersMs = others.read()
    longestMs = Math.max(longestMs, nowMs - lastMs - (othersMs - lastOthersMs))
    lastOthersMs = othersMs
    lastMs = performance.now()
    if (!isOver) setImmediate(look)
  }
  setImmediate(look)
  return {
    stop: () => {
      isOver = true
      others.close()
      return longestMs
    },
  }
}

/** How long this thread was ready to run and had no processor, by the scheduler's own count. */
function openOthersClock() {
  if (process.platform !== 'linux') return { read: () => 0, close: () => undefined }
  const file = openSync('/proc/self/schedstat', 'r')
  const buffer = Buffer.alloc(64)
  let isOpen = true
  return {
    read: () => {
      if (!isOpen) return 0
      const length = readSync(file, buffer, 0, buffer.length, 0)
      return Number(buffer.toString('latin1', 0, length).split(' ')[1]) / 1e6
    },
    close: () => {
      isOpen = false
      closeSync(file)
    },
  }
}
