import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { E164 } from '../ids.ts'
import { groupProblem, groupProgress, memberKeyOf, participantsFor } from './group-thread.ts'

const [ADA, BEN, CHO] = ['+12065550141', '+12065550142', '+12065550143'] as [E164, E164, E164]
const numbers = fc.uniqueArray(
  fc.integer({ min: 0, max: 99 }).map((n) => `+120655501${String(n).padStart(2, '0')}` as E164),
  { minLength: 1, maxLength: 9 },
)

describe('a set of numbers', () => {
  it('is one thread in whatever order it is given, and however often', () => {
    fc.assert(
      fc.property(numbers, (set) => {
        expect(memberKeyOf([...set, ...set].toReversed())).toBe(memberKeyOf(set))
      }),
    )
  })

  it('is another thread without one of them', () => {
    expect(memberKeyOf([ADA, BEN, CHO])).not.toBe(memberKeyOf([ADA, BEN]))
  })
})

describe('the others', () => {
  it('are everybody who stands but the one who is written to', () => {
    expect(participantsFor(BEN, [CHO, ADA, BEN])).toEqual([ADA, CHO])
    fc.assert(fc.property(numbers, (set) => participantsFor(set[0] as E164, set).length === set.length - 1))
  })

  it('do not name who left, and one who left is named to nobody', () => {
    expect(participantsFor(ADA, [ADA, CHO])).toEqual([CHO])
  })
})

describe('a group', () => {
  it.each([
    [1, '10dlc', 'group_too_small'],
    [2, '10dlc', undefined],
    [8, '10dlc', undefined],
    [9, '10dlc', 'group_too_big'],
    [3, 'toll_free', 'line_without_groups'],
    [3, 'short_code', 'line_without_groups'],
  ] as const)('of %i on a %s line: %s', (count, lineClass, code) => {
    expect(groupProblem(count, lineClass)?.code).toBe(code)
  })

  it('says how many copies arrived and loses none', () => {
    const states = ['delivered', 'delivered', 'submitted', 'needs_person', 'blocked', 'failed']
    expect(groupProgress(states)).toEqual({ delivered: 2, onTheWay: 2, notDelivered: 2, total: 6 })
  })
})
