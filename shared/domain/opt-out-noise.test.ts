import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OPT_OUT_WORDS } from '../rules/opt-out-words.ts'
import { readInbound } from './opt-out.ts'

const ALL_STOP_WORDS = Object.values(OPT_OUT_WORDS.words).flatMap(({ stop }) => stop)

test('every stop word alone stops, however it is dressed', () => {
  const dress = fc.constantFrom('', ' ', '.', '!', '"', '\u200b', '🛑', '\n', '*', ' - ')
  const hidden = fc.constantFrom('\u200b', '\u200d', '\u00ad', '\u2060', '\u200e')
  const word = fc.constantFrom(...ALL_STOP_WORDS)
  fc.assert(
    fc.property(
      word,
      dress,
      dress,
      fc.nat(40),
      hidden,
      fc.infiniteStream(fc.boolean()),
      (plain, before, after, at, mark, louds) => {
        const loud = Array.from(plain, (letter) => (louds.next().value ? letter.toUpperCase() : letter))
        const worn = loud.toSpliced(at % plain.length, 0, mark).join('')
        expect(readInbound(before + worn + after).meaning).toBe('stop')
      },
    ),
    { numRuns: 1000 },
  )
})

test('a stop word stops with its letters apart, full-width, in another alphabet or stretched', () => {
  const single = ALL_STOP_WORDS.filter((word) => word.length > 2 && !word.includes(' '))
  const wide = (word: string) => word.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
  const disguises = [
    (word: string) => Array.from(word).join(' '),
    (word: string) => Array.from(word).join('.'),
    (word: string) => Array.from(word.toUpperCase()).join(' - '),
    wide,
    (word: string) => word.replaceAll('o', 'о').replaceAll('e', 'е').replaceAll('a', 'а').replaceAll('p', 'р'),
    (word: string) => word.replace(/[aeiou]/, (letter) => letter.repeat(5)),
  ]
  fc.assert(
    fc.property(fc.constantFrom(...single), fc.constantFrom(...disguises), (word, disguise) => {
      expect([word, disguise(word), readInbound(disguise(word)).meaning]).toEqual([word, disguise(word), 'stop'])
    }),
    { numRuns: 500 },
  )
})

test('one slip of the finger in STOP is never read as plain text, and is applied only where the list knows it', () => {
  const { slips, ordinary } = OPT_OUT_WORDS.words.en
  const letter = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz'))
  fc.assert(
    fc.property(fc.nat(3), letter, fc.constantFrom('put', 'swap', 'add', 'drop'), (at, other, kind) => {
      const letters = Array.from('stop')
      if (kind === 'put') letters[at] = other
      else if (kind === 'add') letters.splice(at, 0, other)
      else if (kind === 'drop') letters.splice(at, 1)
      else letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '')
      const typed = letters.join('')
      if (typed === 'stop' || ordinary.includes(typed)) return
      const isSure = slips.get(typed) === 'stop' || OPT_OUT_WORDS.words.es.slips.get(typed) === 'stop'
      expect([typed, readInbound(typed).meaning]).toEqual([typed, isSure ? 'stop' : 'maybe_stop'])
    }),
    { numRuns: 500 },
  )
})
