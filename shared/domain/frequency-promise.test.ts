import { expect, test } from 'vitest'
import { promisedAMonth } from './frequency-promise.ts'
import { formWording } from './opt-in-form.ts'
import { HARBORVIEW_FORMS } from './sample-forms.ts'

test('the promise is what the printed forms say beside each box, in either language', () => {
  const wordings = HARBORVIEW_FORMS.map(formWording)
  expect(promisedAMonth(wordings, 'care')).toBe(8)
  expect(promisedAMonth(wordings, 'marketing')).toBe(4)
  expect(promisedAMonth(wordings, 'group')).toBeNull()
})

test('of several forms the smallest number counts, and none is no promise', () => {
  expect(promisedAMonth(['care | Care | Yes | 6 a month', 'care | Care | Yes | Up to 5'], 'care')).toBe(5)
  expect(promisedAMonth([], 'care')).toBeNull()
})
