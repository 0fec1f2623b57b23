import { describe, expect, it } from 'vitest'
import { attach, sayInWords, totalBytes, withPictureWords } from './attachment.ts'
import type { MediaItem } from './attachment.ts'

const item = (id: string): MediaItem => ({
  id,
  name: `${id}.jpg`,
  mediaType: 'image/jpeg',
  kind: 'image',
  sizeBytes: 1000,
  widthPx: 40,
  heightPx: 30,
})

describe('what is attached', () => {
  it('is there once, however often it came', () => {
    const once = attach([], [item('a'), item('a'), item('b')])
    expect(attach(once, [item('b'), item('c')]).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(totalBytes(once)).toBe(2000)
  })
})

describe('what a picture shows in words', () => {
  it('goes below the message, and only where somebody wrote it', () => {
    const two = attach([], [item('a'), item('b')])
    expect(withPictureWords('Our new door ', two)).toBe('Our new door')
    const said = sayInWords(two, 'b', ' A blue door on Elm Street ')
    expect(withPictureWords('Our new door', said)).toBe('Our new door\nA blue door on Elm Street')
    expect(withPictureWords('', said)).toBe('A blue door on Elm Street')
  })
})
