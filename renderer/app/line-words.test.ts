import { describe, expect, it } from 'vitest'
import { lineHold } from '../../shared/ipc/contract/queue.ts'
import { QUIET_LINE } from '../test-support/quiet-line.ts'
import { WORDING } from '../i18n/wording.ts'
import { lineWords } from './line-words.ts'

const NOW = Date.UTC(2026, 10, 23, 18)
const moment = { when: (at: number) => new Date(at).toISOString().slice(11, 16) }
const said = (part: Partial<typeof QUIET_LINE>) => lineWords({ ...QUIET_LINE, ...part }, moment, NOW)
const keys = (part: Partial<typeof QUIET_LINE>) => said(part).map((word) => word.key)

describe('the words of the foot bar', () => {
  it('say one word when all is quiet', () => {
    expect(keys({})).toEqual(['line.online'])
  })

  it('say that phones are real, and that answers are not seen where they are not', () => {
    expect(keys({ carrier: 'vonage' })).toEqual(['line.online', 'line.real'])
    expect(keys({ carrier: 'vonage', inboundSource: 'none' })).toEqual(['line.online', 'line.real', 'line.blind'])
  })

  it('say that nothing is sent while the only way for answers is shut', () => {
    const deaf = { carrier: 'vonage', inboundSource: 'webhook', holds: ['inbound_old'], ready: 1 } as const
    const words = ['line.online', 'line.real', 'line.deaf', 'line.waiting']
    expect(keys({ ...deaf, holds: [...deaf.holds] })).toEqual(words)
    expect(keys({ ...deaf, holds: [] })).toEqual(['line.online', 'line.real', 'line.sending'])
  })

  it.each(['not_set_up', 'no_number', 'switched_off'] as const)('say why nothing can leave: %s', (connection) => {
    expect(said({ carrier: 'none', connection })).toMatchObject([{ key: `line.${connection}`, path: '/settings' }])
  })

  it('say what moves and when it is done', () => {
    const words = said({ ready: 8, sending: 4, estimatedEndMs: NOW + 240_000 })
    expect(words[1]).toMatchObject({ key: 'line.sending_until', values: { count: 12, time: '18:04' } })
  })

  it('never say "sending" while nothing can move', () => {
    expect(keys({ connection: 'offline', ready: 12 })).toEqual(['line.offline', 'line.waiting'])
    expect(keys({ isPausedByPerson: true, ready: 12 })).toEqual(['line.online', 'line.held', 'line.waiting'])
    expect(keys({ linePause: { code: 'account' }, ready: 1 })).toEqual(['line.online', 'line.refused', 'line.waiting'])
  })

  it.each(lineHold.options)('have a sentence in both languages for what holds the line: %s', (hold) => {
    const before = hold === 'offline' ? ({ connection: 'offline' } as const) : ({ carrier: 'vonage' } as const)
    const words = said({ ...before, inboundSource: hold === 'no_inbound_source' ? 'none' : 'reports', holds: [hold] })
    expect(words.length).toBeGreaterThan(hold === 'offline' ? 0 : 2)
    for (const { key } of words) expect([key in WORDING.en, key in WORDING.es]).toEqual([true, true])
  })

  it('say first that the date cannot be right, and that nothing moves meanwhile', () => {
    expect(keys({ holds: ['clock'], ready: 3 })).toEqual(['line.online', 'line.clock', 'line.waiting'])
    expect(keys({ holds: ['inbound_old'], ready: 3 })).toEqual(['line.online', 'line.inbound_old', 'line.waiting'])
  })

  it('say until when the line’s day is full', () => {
    const line = { id: 'l', e164: '+12065550100', name: '', kind: '10dlc', ratePerMin: 60, mmsRatePerMin: 60 } as const
    const used = { share: 1, usedToday: 9, dailyCap: 9, cappedUntilMs: NOW + 3_600_000, ready: 1, later: 0 }
    expect(said({ holds: ['day_cap'], lines: [{ ...line, ...used }] })[1]).toMatchObject({
      key: 'line.day_cap',
      values: { time: '19:00' },
    })
  })

  it('say until when the later ones wait', () => {
    expect(said({ later: 3, nextAtMs: NOW + 7_200_000 })[1]).toMatchObject({ values: { count: 3, time: '20:00' } })
    expect(keys({ later: 3, nextAtMs: NOW - 1 })).toEqual(['line.online', 'line.later'])
  })

  it('end with what is unsure', () => {
    expect(keys({ inDoubt: 1, needsPerson: 2, failed: 3 })).toEqual([
      'line.online',
      'line.needs_person',
      'line.in_doubt',
      'line.failed',
    ])
  })
})
