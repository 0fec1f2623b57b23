import { describe, expect, it } from 'vitest'
import { SHIPPED_RULES } from '../../../../shared/domain/sending-rules.ts'
import { minuteOfTime, stateChangeOf, tidyChanges, timeOfMinute, withChanges } from './rules-draft.ts'

const NINE_TO_FIVE = { fromMinute: 9 * 60, toMinute: 17 * 60 }

describe('changes as they are kept', () => {
  it('are none where everything is as shipped', () => {
    const { hours, caps } = SHIPPED_RULES
    const asShipped = {
      care: hours.care.weekdays ?? NINE_TO_FIVE,
      offers: hours.offers,
      mostADay: caps.care.mostADay,
      closures: [],
      states: { AL: stateChangeOf(SHIPPED_RULES, 'AL'), FL: stateChangeOf(SHIPPED_RULES, 'FL') },
    }
    expect(tidyChanges(asShipped)).toEqual({})
  })

  it('are what differs', () => {
    const alabama = { ...stateChangeOf(SHIPPED_RULES, 'AL'), isClosedOnHolidays: false }
    const changes = { mostADay: 2, quietDays: undefined, states: { AL: alabama } }
    expect(tidyChanges(changes)).toEqual({ mostADay: 2, states: { AL: alabama } })
    expect(withChanges(changes).hours.states['AL']).toMatchObject({ isClosedOnHolidays: false, sunday: null })
  })
})

it('writes and reads minutes of the day', () => {
  expect(timeOfMinute(485)).toBe('08:05')
  expect(timeOfMinute(1440)).toBe('23:59')
  expect(minuteOfTime('08:05')).toBe(485)
})
