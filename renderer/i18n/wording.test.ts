import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import { textState, deliveryState, purpose } from '../../shared/ipc/contract/common.ts'
import { BROADCAST_WHYS, LINE_WHYS } from '../../shared/domain/why-codes.ts'
import { broadcastState, canaryState } from '../../shared/ipc/contract/messages.ts'
import { sheetPoint } from '../../shared/ipc/contract/sheets.ts'
import { needKind } from '../../shared/ipc/contract/queue.ts'
import { MERGE_FIELDS } from '../../shared/domain/merge-fields.ts'
import { ERROR_REMEDIES } from '../../shared/rules/error-codes.ts'
import { RULE_SOURCES } from '../../shared/rules/rule-sources.ts'
import { COMMANDS } from '../app/commands.ts'
import { errorSentence } from './error-text.tsx'
import { WORDING } from './wording.ts'

const LANGUAGES = ['en', 'es'] as const

/** Types are gone at run time, so the codes of a union are read from its source. */
const SOURCES = import.meta.glob<string>(['../../shared/ipc/errors.ts', '../../shared/domain/{consent,audience}.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const sourceOf = (path: string) => SOURCES[`../../shared/${path}`] ?? ''
const ERROR_CODES = [...sourceOf('ipc/errors.ts').matchAll(/code: '(\w+)'/g)].map((match) => match[1] ?? '')
const REASONS = [
  ...membersOf('RefusalReason', sourceOf('domain/consent.ts')),
  ...membersOf('LeftOutReason', sourceOf('domain/audience.ts')),
  'merge_field_empty',
  'merge_field_unknown',
]

/** The texts of a union of texts, each on its own line. */
function membersOf(name: string, source: string): readonly string[] {
  const union = new RegExp(`type ${name} =\\n((?: {2}\\|.*\\n)+)`).exec(source)?.[1] ?? ''
  return [...union.matchAll(/\| '(\w+)'/g)].map((match) => match[1] ?? '')
}

function missing(keys: readonly string[], language: 'en' | 'es'): readonly string[] {
  return keys.filter((key) => !(key in WORDING[language]))
}

/** The names of the places in a sentence: `{count}`, `{name}`; what a plural says for one or other is none. */
function placesOf(sentence: string): readonly string[] {
  return [
    ...new Set([...sentence.matchAll(/(?<!\bone |\bother |=\d+ )\{(\w+)(?:,|\})/g)].map((match) => match[1] ?? '')),
  ].toSorted()
}

describe.each(LANGUAGES)('the wording in %s', (language) => {
  it('has a sentence for every error that can come over the bridge', () => {
    expect(ERROR_CODES.length).toBeGreaterThan(50)
    expect(
      missing(
        ERROR_CODES.map((code) => `error.${code}`),
        language,
      ),
    ).toEqual([])
  })

  it('has words for every reason, rule and state', () => {
    expect(REASONS.length).toBeGreaterThan(12)
    const keys = [
      ...REASONS.map((reason) => `reason.${reason}`),
      ...Object.keys(RULE_SOURCES).map((rule) => `rule.${rule}`),
      ...textState.options.map((state) => `state.${state}`),
      ...deliveryState.options.map((state) => `delivery.${state}`),
      ...purpose.options.map((one) => `purpose.${one}`),
      ...ERROR_REMEDIES.map((remedy) => `remedy.${remedy}`),
      ...BROADCAST_WHYS.flatMap((code) => [`broadcast.held.${code}`, `broadcast.held.${code}.do`]),
      ...canaryState.options.map((state) => `broadcast.canary.${state}`),
      ...broadcastState.options.map((state) => `broadcast.${state}`),
      ...LINE_WHYS.map((cause) => `need.line_paused.why.${cause}`),
      ...needKind.options.flatMap((kind) => [`need.${kind}`, `need.${kind}.why`, `need.${kind}.action`]),
      ...sheetPoint.options.flatMap((point) => [`print.point.${point}`, `print.point.${point}.why`]),
      ...MERGE_FIELDS.map((field) => `field.${field}`),
      ...COMMANDS.flatMap((command) =>
        'otherWords' in command ? [command.label, command.otherWords] : [command.label],
      ),
    ]
    expect(missing(keys, language)).toEqual([])
  })

  it('has sentences that can be read and filled in', () => {
    const broken: string[] = []
    const intl = createIntl({
      locale: language,
      messages: { ...WORDING[language] },
      onError: (error) => broken.push(error.message),
    })
    for (const key of Object.keys(WORDING[language])) {
      const values = Object.fromEntries(placesOf(WORDING[language][key] ?? '').map((place) => [place, 2]))
      intl.formatMessage({ id: key }, values)
    }
    expect(broken).toEqual([])
  })
})

describe('the two languages', () => {
  it('say the same things', () => {
    expect(Object.keys(WORDING.es).toSorted()).toEqual(Object.keys(WORDING.en).toSorted())
  })

  it('fill the same places', () => {
    const different = Object.keys(WORDING.en).filter((key) => {
      const [english, spanish] = [placesOf(WORDING.en[key] ?? ''), placesOf(WORDING.es[key] ?? '')]
      return !key.endsWith('.words') && english.join() !== spanish.join()
    })
    expect(different).toEqual([])
  })
})

describe('an error sentence', () => {
  const intl = createIntl({ locale: 'en', messages: { ...WORDING.en } })
  const text = (key: string, values?: object) => intl.formatMessage({ id: key }, { ...values })
  const writer = {
    text,
    drawn: text,
    hidden: (words: string) => words,
    isKnown: (key: string) => key in WORDING.en,
    list: (words: readonly string[]) => intl.formatList(words),
    moment: { date: () => 'Nov 3, 2026', time: () => '9:05 AM', shortDay: () => 'Tue, Nov 24' },
  }

  it('writes the facts as a person reads them', () => {
    const sentence = errorSentence(
      { code: 'may_not_text', e164: '+12065550142', reason: 'said_stop', rule: 'x' },
      writer,
    )
    expect(sentence).toBe(
      'Not sent to (206) 555-0142. This number said stop. Only its owner can undo that; the person’s page says how.',
    )
    const big = errorSentence(
      { code: 'file_too_big', name: 'a.pdf', sizeBytes: 31_400_000, limitBytes: 20_000_000 },
      writer,
    )
    expect(big).toContain('31.4 MB')
    const little = { code: 'file_too_big', name: 'a.pdf', sizeBytes: 20_000_001, limitBytes: 20_000_000 }
    expect(errorSentence(little, writer)).toContain('20.1 MB; a file may have 20 MB')
  })

  it('tells of a day sheet that is too big how to make it smaller, and nothing about scanning', () => {
    const big = { code: 'sheet_too_big', name: 'day.csv', sizeBytes: 31_400_000, limitBytes: 20_000_000 }
    expect(errorSentence(big, writer)).toBe(
      'day.csv has 31.4 MB; a day sheet may have 20 MB. Export fewer days at once: a single one is enough.',
    )
  })

  it('shows the code of an error it does not know', () => {
    expect(errorSentence({ code: 'brand_new' }, writer)).toContain('brand_new')
  })
})
