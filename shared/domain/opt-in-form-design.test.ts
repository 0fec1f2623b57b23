import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldsOf, linesOf, overlaps, printedOn } from '../../tests/support/sheet-geometry.ts'
import { formCodeText, formWording, promisedWords } from './opt-in-form.ts'
import { designForm } from './opt-in-form-design.ts'
import type { SheetPoint } from './form-points.ts'
import type { DesignedForm } from './opt-in-form-design.ts'
import { flowSheet } from './opt-in-form-flow.ts'
import { TYPE_STEPS } from './opt-in-form-setting.ts'
import { readSheetCode, sheetCode, wordForm } from './opt-in-form-office.ts'
import type { FormOffice, SheetChoice } from './opt-in-form-office.ts'
import { HARBORVIEW_EDITION, HARBORVIEW_OFFICE } from './sample-forms.ts'
import { SHEET_CHOICES } from './sample-sheets.ts'

const LONG_NAME = 'Harborview Family and Internal Medicine Clinic, PLLC'
const design = (changes: Partial<FormOffice>, choice: SheetChoice): DesignedForm =>
  designForm({ ...HARBORVIEW_OFFICE, ...changes }, choice, HARBORVIEW_EDITION)
const LETTER_EN = { language: 'en', paper: 'letter', size: 'regular' } as const

const word = fc.stringMatching(/^[A-ZÁÉÍÑa-zúü0-9.,&'-]{1,14}$/u)
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '))
const web = fc.stringMatching(/^[a-z]{3,20}\.example\.org\/[a-z-]{2,24}$/u)
const links = fc.record({ privacyAddress: web, termsAddress: web })
const office: fc.Arbitrary<FormOffice> = fc.record({
  legalName: words(8),
  address: words(9),
  phone: fc.constantFrom('', '(206) 555-0100'),
  links: fc.record({ en: links, es: links }),
  purposes: fc
    .subarray(['care', 'marketing', 'group'] as const, { minLength: 1 })
    .chain((purposes) =>
      fc
        .array(fc.option(fc.integer({ min: 1, max: 31 })), { minLength: 3, maxLength: 3 })
        .map((counts) => purposes.map((purpose, place) => ({ purpose, aMonth: counts[place] ?? null }))),
    ),
})
const choice = fc.constantFrom(...SHEET_CHOICES)

describe.each(SHEET_CHOICES)('a sheet in $language on $paper, $size', (chosen) => {
  test.each(['Harborview Family Clinic', LONG_NAME])('lacks nothing for %s', (legalName) => {
    expect(design({ legalName }, chosen).missing).toEqual([])
  })
})

describe('any sheet that may be printed', () => {
  const printable = (check: (designed: DesignedForm, office: FormOffice, choice: SheetChoice) => void) =>
    fc.assert(
      fc.property(office, choice, (given, chosen) => {
        const designed = designForm(given, chosen, HARBORVIEW_EDITION)
        fc.pre(!designed.missing.includes('room'))
        check(designed, given, chosen)
      }),
      { numRuns: 150 },
    )

  test('has no field on another, and no words on a field or on other words', () => {
    printable(({ version }) => {
      const fields = fieldsOf(version.layout)
      const lines = linesOf(version.ink ?? [])
      const inFrame = ['×', version.labels.signature].map((words) => `signature | ${words}`)
      expect(overlaps(fields, [...fields, ...lines]).filter((pair) => !inFrame.includes(pair))).toEqual([])
      expect(overlaps(lines, lines)).toEqual([])
    })
  })

  test('keeps all its words between the marks', () => {
    printable(({ version }) => {
      const [left, right] = version.layout.marks
      const from = (left?.xMm ?? 0) + (left?.widthMm ?? 0)
      const outside = linesOf(version.ink ?? []).filter(
        ({ xMm, widthMm }) => xMm < from || xMm + widthMm > (right?.xMm ?? 0) + 0.01,
      )
      expect(outside).toEqual([])
    })
  })

  test('stays 4 mm inside the page when the printer makes it 90 to 105 % of its size', () => {
    printable(({ version }) => {
      const { pageWidthMm, pageHeightMm } = version.layout
      for (const scale of [0.9, 1, 1.05]) {
        const cut = printedOn(version).filter(({ xMm, yMm, widthMm, heightMm }) => {
          const [left, top] = [toMiddle(xMm, pageWidthMm, scale), toMiddle(yMm, pageHeightMm, scale)]
          const right = toMiddle(xMm + widthMm, pageWidthMm, scale)
          const bottom = toMiddle(yMm + heightMm, pageHeightMm, scale)
          return Math.min(left, top) < 4 || right > pageWidthMm - 4 || bottom > pageHeightMm - 4
        })
        expect(cut).toEqual([])
      }
    })
  })

  test('has its consent boxes at least 10 mm from each other and from all that is written by hand', () => {
    printable(({ version: { layout } }) => {
      const others = fieldsOf(layout).filter(({ name }) => !name.startsWith('mark') && name !== 'code')
      const around = layout.consentBoxes.map((box) => ({
        name: `box ${box.purpose}`,
        xMm: box.xMm - 10,
        yMm: box.yMm - 10,
        widthMm: box.widthMm + 20,
        heightMm: box.heightMm + 20,
      }))
      const near = overlaps(around, others).filter((pair) => new Set(pair.split(' | ')).size === 2)
      expect(near).toEqual([])
    })
  })

  test('prints nothing into the 5 mm around a consent box, where a tick may swing', () => {
    printable((designed) => {
      const { version } = designed
      for (const { purpose, xMm, yMm, widthMm, heightMm } of version.layout.consentBoxes) {
        const around = { xMm: xMm - 5, yMm: yMm - 5, widthMm: widthMm + 10, heightMm: heightMm + 10, name: 'around' }
        const others = printedOn(version).filter(({ name }) => name !== `box ${purpose}`)
        expect(overlaps([around], others)).toEqual([])
      }
    })
  })

  test('says in its code which sheet it is, in characters that a code square can bear', () => {
    printable(({ version }, _, chosen) => {
      expect(readSheetCode(version.code)).toEqual({ ...chosen, edition: 1 })
      expect(formCodeText(version, '001001')).toMatch(/^[0-9A-Z $%*+\-./:]+$/u)
    })
  })
})

test('has no room only where its words do not fit in the smallest type', () => {
  fc.assert(
    fc.property(office, choice, (given, chosen) => {
      const smallest = TYPE_STEPS[chosen.size].at(-1) ?? 1
      const { spareMm } = flowSheet(wordForm(given, chosen, HARBORVIEW_EDITION), chosen, smallest, 0)
      const { missing } = designForm(given, chosen, HARBORVIEW_EDITION)
      expect(missing.includes('room')).toBe(spareMm < 0)
    }),
    { numRuns: 400 },
  )
})

describe('a sheet that lacks something', () => {
  const cases: readonly (readonly [SheetPoint, Partial<FormOffice>])[] = [
    ['business_name', { legalName: ' ' }],
    ['names_text_messages', { purposes: [] }],
    ['privacy_and_terms', { links: { ...HARBORVIEW_OFFICE.links, en: { privacyAddress: '', termsAddress: 'x.org' } } }],
    [
      'privacy_and_terms',
      { links: { ...HARBORVIEW_OFFICE.links, en: { privacyAddress: 'x.org', termsAddress: ' ' } } },
    ],
    ['separate_boxes', { purposes: [...HARBORVIEW_OFFICE.purposes, { purpose: 'care', aMonth: 4 }] }],
    ['letters', { legalName: 'Harborview 診所' }],
    ['room', { legalName: 'Harborview Family Clinic '.repeat(12).trim() }],
  ]

  test.each(cases)('is told %s', (point, changes) => {
    const size = point === 'room' ? 'large' : 'regular'
    expect(design(changes, { ...LETTER_EN, size }).missing).toContain(point)
  })

  test('names the letters that the type does not have', () => {
    expect(design({ legalName: 'Harborview 診所' }, LETTER_EN).unprintable).toBe('診所')
  })
})

describe('the words of a sheet', () => {
  const parts = ['legalName', 'address', 'phone', 'links', 'purposes'] as const

  test.each(parts)('change with the %s of the office, and with nothing else', (part) => {
    fc.assert(
      fc.property(office, office, choice, (one, other, chosen) => {
        const changed = { ...one, [part]: other[part] }
        const [a, b] = [one, changed].map((given) => designForm(given, chosen, HARBORVIEW_EDITION).version)
        if (!a || !b) return
        expect(promisedWords(a) === promisedWords(b)).toBe(isSamePromise(one, changed, chosen))
      }),
    )
  })

  test('are the same on Letter and A4, whose codes differ', () => {
    const [letter, a4] = (['letter', 'a4'] as const).map((paper) => design({}, { ...LETTER_EN, paper }).version)
    if (!letter || !a4) throw new Error('There are two')
    expect(promisedWords(letter)).toBe(promisedWords(a4))
    expect(formWording(letter)).not.toBe(formWording(a4))
  })
})

test('a code that is none of ours says nothing', () => {
  for (const code of ['EN-0', 'EN-01', 'FR-1', 'EN-1-A5', 'EN-1-LPA4', 'ALPHA-1', '']) {
    expect(readSheetCode(code)).toBeNull()
  }
  expect(sheetCode({ language: 'es', paper: 'a4', size: 'large' }, 12)).toBe('ES-12-A4LP')
})

/** Where a millimetre of the page lies when all of it is printed larger or smaller around its middle. */
function toMiddle(atMm: number, sideMm: number, scale: number): number {
  return sideMm / 2 + (atMm - sideMm / 2) * scale
}

function isSamePromise(one: FormOffice, other: FormOffice, { language }: SheetChoice): boolean {
  const told = ({ legalName, address, phone, links: all, purposes }: FormOffice): string =>
    JSON.stringify([legalName, address, phone, all[language], purposes])
  return told(one) === told(other)
}
