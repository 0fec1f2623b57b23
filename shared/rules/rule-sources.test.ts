import { expect, test } from 'vitest'
import { isIsoDay } from '../time.ts'
import { ANSWER_LIMITS } from './answer-limits.ts'
import { AREA_CODE_ZONES } from './area-code-zones.ts'
import { CANARY } from './canary.ts'
import { CONTENT_WORDS } from './content-words.ts'
import { ERROR_CODES } from './error-codes.ts'
import { FEDERAL_HOLIDAYS } from './federal-holidays.ts'
import { FREQUENCY_CAPS } from './frequency-caps.ts'
import { LINE_CLASSES } from './line-classes.ts'
import { LOOK_ALIKES } from './look-alikes.ts'
import { MEDIA_LIMITS } from './media-limits.ts'
import { OPT_OUT_WORDS } from './opt-out-words.ts'
import { PRICES } from './prices.ts'
import { REACTIONS } from './reactions.ts'
import { REVOKE_ALL } from './revoke-all.ts'
import { RULE_SOURCES } from './rule-sources.ts'
import { TEXTING_HOURS } from './texting-hours.ts'

test('every rule names its source, an address and the day it was read', () => {
  for (const { source, url, asOf } of Object.values(RULE_SOURCES)) {
    expect(source).not.toBe('')
    expect(URL.canParse(url)).toBe(true)
    expect(isIsoDay(asOf)).toBe(true)
  }
})

test('every table is dated', () => {
  const tables = [
    ANSWER_LIMITS,
    AREA_CODE_ZONES,
    CANARY,
    CONTENT_WORDS,
    ERROR_CODES,
    FEDERAL_HOLIDAYS,
    FREQUENCY_CAPS,
    LINE_CLASSES,
    LOOK_ALIKES,
    MEDIA_LIMITS,
    OPT_OUT_WORDS,
    PRICES,
    REACTIONS,
    REVOKE_ALL,
    TEXTING_HOURS,
  ]
  expect(tables.map(({ asOf }) => asOf).filter((asOf) => !isIsoDay(asOf))).toEqual([])
})

test('every error of the provider names the page it is written on', () => {
  const unsourced = Object.entries(ERROR_CODES.codes).filter(([, { source }]) => !URL.canParse(source))
  expect(unsourced).toEqual([])
})

test('the words for replies are written as replies are read', () => {
  const lists = Object.values(OPT_OUT_WORDS.words).flatMap(({ slips, ...words }) => [
    ...Object.values<readonly string[]>(words),
    [...slips.keys()],
    [...slips.values()],
  ])
  expect(lists.flat().filter((word) => !/^[a-z]+( ([a-z]+|\*))*$/.test(word))).toEqual([])
})
