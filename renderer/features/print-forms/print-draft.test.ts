import { expect, it } from 'vitest'
import { countOf, FIRST_DRAFT, promiseFor, withPromise } from './print-draft.ts'
import type { FormOffice } from './print-draft.ts'

const links = { privacyAddress: '', termsAddress: '' }
const OFFICE: FormOffice = {
  legalName: 'Harborview',
  address: '',
  phone: '',
  links: { en: links, es: links },
  purposes: [{ purpose: 'marketing', aMonth: 4 }],
}

it('keeps the boxes in the order of the sheet, whatever was ticked last', () => {
  const more = withPromise(withPromise(OFFICE, 'group', null), 'care', 8)
  expect(more.purposes).toEqual([
    { purpose: 'care', aMonth: 8 },
    { purpose: 'marketing', aMonth: 4 },
    { purpose: 'group', aMonth: null },
  ])
  expect(promiseFor(more, 'group')).toBeNull()
})

it('takes a box off the sheet, and changes how often', () => {
  const less = withPromise(OFFICE, 'marketing', undefined)
  expect(less.purposes).toEqual([])
  expect(promiseFor(less, 'marketing')).toBeUndefined()
  expect(withPromise(OFFICE, 'marketing', 2).purposes).toEqual([{ purpose: 'marketing', aMonth: 2 }])
})

it('takes as many sheets as one file holds, and no other number', () => {
  const counts = ['1', '12', '200', '', '0', '201', '1.5'].map((countText) => countOf({ ...FIRST_DRAFT, countText }))
  expect(counts).toEqual([1, 12, 200, null, null, null, null])
})
