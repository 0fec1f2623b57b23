import { describe, expect, test } from 'vitest'
import { MINUTE_MS } from '../time.ts'
import { readInbound } from './opt-out.ts'
import { type LeftText, mayEndOnePurpose, scopeOfStop, type ScopeQuestion } from './stop-scope.ts'

const NOW = Date.UTC(2026, 10, 24, 17)

function text(purpose: LeftText['purpose'], minutesAgo: number, kind: LeftText['kind'] = 'one'): LeftText {
  return { kind, purpose, atMs: NOW - minutesAgo * MINUTE_MS }
}

function scope(left: readonly LeftText[], changes: Partial<ScopeQuestion> & { readonly words?: string } = {}) {
  const { words = 'STOP', ...rest } = changes
  return scopeOfStop({
    reading: readInbound(words),
    choice: 'one_purpose',
    isInGroup: false,
    left,
    saidAtMs: NOW,
    nowMs: NOW,
    ...rest,
  })
}

describe('where the office lets a STOP end one kind', () => {
  test('it ends the kind of the last text', () => {
    expect(scope([text('care', 600), text('marketing', 30)])).toBe('marketing')
    expect(scope([text('marketing', 600), text('care', 30)])).toBe('care')
    expect(scope([text('care', 30, 'group')])).toBe('group')
  })

  test.each<[string, readonly LeftText[], Parameters<typeof scope>[1]]>([
    ['nothing had left', [], {}],
    ['it answers an answer of ours', [text('service', 30, 'opt_out_reply')], {}],
    ['it answers an emergency', [text('emergency', 30)], {}],
    ['two kinds left at about the same time', [text('care', 1), text('marketing', 1.5)], {}],
    ['the newest left after it by the other clock', [text('care', 60), text('marketing', -1)], {}],
    ['the words say more', [text('marketing', 30)], { words: 'stop texting me' }],
    ['the word is for all', [text('marketing', 30)], { words: 'STOPALL' }],
    ['it was said in a group', [text('care', 30)], { isInGroup: true }],
    ['the office chose everything', [text('marketing', 30)], { choice: 'everything' }],
    ['the law does not let it any more', [text('marketing', 30)], { nowMs: Date.UTC(2027, 0, 31) }],
  ])('everything ends where %s', (_, left, changes) => {
    expect(scope(left, changes)).toBe('everything')
  })
})

test('the day of the law begins on the careful side of every zone', () => {
  expect(mayEndOnePurpose(Date.UTC(2027, 0, 30, 23, 59))).toBe(true)
  expect(mayEndOnePurpose(Date.UTC(2027, 0, 31))).toBe(false)
  expect(mayEndOnePurpose(NOW, '2026-11-24')).toBe(false)
})
