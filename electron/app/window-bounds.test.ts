import { expect, test } from 'vitest'
import { boundsToRestore, parseWindowMemory } from './window-bounds.ts'

const laptop = { x: 0, y: 0, width: 1440, height: 900 }
const counter = { x: 1440, y: -200, width: 1920, height: 1080 }

test('a window that is still on a display comes back where it was', () => {
  const bounds = { x: 1500, y: -100, width: 1300, height: 820 }
  expect(boundsToRestore(bounds, [laptop, counter])).toEqual(bounds)
})

test('a window whose display was unplugged starts anew', () => {
  expect(boundsToRestore({ x: 1500, y: -100, width: 1300, height: 820 }, [laptop])).toBeUndefined()
})

test('a window whose title bar is above the screen starts anew', () => {
  expect(boundsToRestore({ x: 10, y: -40, width: 1300, height: 820 }, [laptop])).toBeUndefined()
})

test('a window is never smaller than its pages need', () => {
  expect(boundsToRestore({ x: 0, y: 0, width: 300, height: 200 }, [laptop])).toEqual({
    x: 0,
    y: 0,
    width: 960,
    height: 640,
  })
})

test('what was remembered is read back, and nonsense is forgotten', () => {
  const memory = { bounds: laptop, isMaximized: false, isDark: true }
  expect(parseWindowMemory(JSON.stringify(memory))).toEqual(memory)
  expect(parseWindowMemory('{"bounds":{"x":"left"},"isMaximized":false,"isDark":false}')).toBeUndefined()
  expect(parseWindowMemory('{')).toBeUndefined()
})
