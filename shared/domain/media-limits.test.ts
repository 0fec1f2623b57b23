import { describe, expect, it } from 'vitest'
import { MEDIA_LIMITS } from '../rules/media-limits.ts'
import type { LineClass, MediaPreset } from '../rules/media-limits.ts'
import { mediaFit, mediaKindOf, mediaLimitBytes, mediaProblems, messageBytes } from './media-limits.ts'

const photo = (sizeBytes: number) => ({ mediaType: 'image/jpeg', sizeBytes })
const LIMIT = mediaLimitBytes('10dlc', 'usual')
const CLASSES: readonly LineClass[] = ['10dlc', 'toll_free', 'short_code']
const PRESETS: readonly MediaPreset[] = ['safe', 'usual', 'large']

describe('what may be attached', () => {
  it('is what the networks take, each under the kind they know', () => {
    expect(mediaKindOf('image/gif')).toBe('image')
    expect(mediaKindOf('audio/mpeg')).toBe('audio')
    expect(mediaKindOf('video/3gpp')).toBe('video')
    expect(mediaKindOf('text/vcard')).toBe('vcard')
    expect(mediaKindOf('application/pdf')).toBe('file')
    expect(mediaKindOf('image/svg+xml')).toBeNull()
    expect(mediaKindOf('constructor')).toBeNull()
  })
})

describe('what a message may weigh', () => {
  it('is 500 KB unless the office chose otherwise, and never more than a toll-free number takes', () => {
    expect(CLASSES.map((line) => mediaLimitBytes(line, 'usual'))).toEqual([500_000, 500_000, 500_000])
    expect(mediaLimitBytes('10dlc', 'large')).toBe(1_000_000)
    expect(mediaLimitBytes('toll_free', 'large')).toBe(500_000)
  })

  it('counts the words as they travel', () => {
    expect(messageBytes([photo(100)], 'año ☕ 👋')).toBe(100 + 4 + 1 + 3 + 1 + 4)
  })

  it('is refused above the limit and taken at it', () => {
    expect(mediaProblems({ attachments: [photo(LIMIT)], body: '' }, LIMIT)).toEqual([])
    expect(mediaProblems({ attachments: [photo(LIMIT)], body: 'x' }, LIMIT)).toEqual([
      { code: 'media_too_heavy', sizeBytes: LIMIT + 1, limitBytes: LIMIT },
    ])
  })

  it('allows ten attachments', () => {
    const eleven = Array.from({ length: 11 }, () => photo(1))
    expect(mediaProblems({ attachments: eleven.slice(1), body: '' }, LIMIT)).toEqual([])
    expect(mediaProblems({ attachments: eleven, body: '' }, LIMIT)).toEqual([
      { code: 'media_too_many', count: 11, limit: 10 },
    ])
  })

  it('says nothing of a message without attachments', () => {
    expect(mediaProblems({ attachments: [], body: 'x'.repeat(1600) }, LIMIT)).toEqual([])
  })
})

describe('who may refuse it', () => {
  it('is nobody for what every line takes by default', () => {
    for (const line of CLASSES) expect(mediaFit(mediaLimitBytes(line, 'usual'), line).isSafe).toBe(true)
  })

  it('is named as it grows', () => {
    expect(mediaFit(600_000, '10dlc').mayRefuse).toEqual(['US Cellular'])
    expect(mediaFit(1_100_000, '10dlc').mayRefuse).toEqual(['AT&T', 'T-Mobile', 'US Cellular'])
    expect(mediaFit(530_000, 'toll_free').mayRefuse).toHaveLength(MEDIA_LIMITS.carriers.length)
  })
})

it('has a limit for every line and every choice, none above what the largest network takes', () => {
  for (const line of CLASSES) {
    const most = Math.max(...MEDIA_LIMITS.carriers.map(({ limitBytes }) => limitBytes[line]))
    for (const preset of PRESETS) expect(mediaLimitBytes(line, preset)).toBeLessThanOrEqual(most)
  }
})
