import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readInbound } from '../../shared/domain/opt-out.ts'

/** What a person who reads the reply takes it for; see the head of the file. */
type Label = 'stop' | 'held' | 'text' | 'start' | 'help' | 'yes'

interface Reply {
  readonly label: Label
  readonly language: string
  readonly text: string
}

const FILE = fileURLToPath(new URL('replies.txt', import.meta.url))
const REPLIES = readReplies()
const MEANINGS = { start: 'start', help: 'help', yes: 'confirm_yes' } as const

/** Of plain texts so many may be held for a person to read; each costs one key. */
const HELD_SHARE = 0.03

function readReplies(): readonly Reply[] {
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [label = '', language = '', ...words] = line.split(' ')
      return { label: label as Label, language, text: unescaped(words.join(' ')) }
    })
}

function unescaped(text: string): string {
  const seen = text.replaceAll(String.raw`\n`, '\n')
  return seen.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function labelled(...labels: readonly Label[]): readonly Reply[] {
  return REPLIES.filter(({ label }) => labels.includes(label))
}

function readAs(replies: readonly Reply[], fits: (meaning: string) => boolean): readonly string[] {
  return replies.map(({ text }) => text).filter((text) => fits(readInbound(text).meaning))
}

test('the file is large enough to mean something, in both languages', () => {
  const count = (label: Label, language: string) => labelled(label).filter((one) => one.language === language).length
  for (const label of ['stop', 'held', 'text'] as const) {
    expect([label, count(label, 'en') >= 60, count(label, 'es') >= 40]).toEqual([label, true, true])
  }
  expect(new Set(REPLIES.map(({ text }) => text)).size).toBe(REPLIES.length)
})

describe('no stop is missed', () => {
  test('whatever asks to end texts stops or holds them', () => {
    expect(readAs(labelled('stop', 'held'), (meaning) => meaning !== 'stop' && meaning !== 'maybe_stop')).toEqual([])
  })

  test('a clear one counts at once', () => {
    expect(readAs(labelled('stop'), (meaning) => meaning !== 'stop')).toEqual([])
  })
})

describe('what is no clear stop takes nothing away', () => {
  test('a near one is held and not applied', () => {
    expect(readAs(labelled('held'), (meaning) => meaning === 'stop')).toEqual([])
  })

  test('a plain text is never applied, and seldom held', () => {
    const plain = labelled('text')
    expect(readAs(plain, (meaning) => meaning !== 'text' && meaning !== 'maybe_stop')).toEqual([])
    const held = readAs(plain, (meaning) => meaning === 'maybe_stop')
    expect(held.length / plain.length, held.join(' | ')).toBeLessThanOrEqual(HELD_SHARE)
  })

  test('the other words keep their meaning', () => {
    for (const { label, text } of labelled('start', 'help', 'yes')) {
      expect([text, readInbound(text).meaning]).toEqual([text, MEANINGS[label as keyof typeof MEANINGS]])
    }
  })
})

test('whoever has the number of somebody else is told apart', () => {
  const part = readFileSync(FILE, 'utf8').split('## The number of somebody else\n')[1]?.split('\n##')[0] ?? ''
  const lines = part.split('\n').filter((line) => line !== '')
  expect(lines.filter((line) => readInbound(line.split(' ').slice(2).join(' ')).isWrongNumber !== true)).toEqual([])
  expect(readInbound('número equivocado')).toMatchObject({ meaning: 'maybe_stop', isWrongNumber: true })
  expect(readInbound('wrong day, I meant Tuesday').isWrongNumber).toBeUndefined()
})
