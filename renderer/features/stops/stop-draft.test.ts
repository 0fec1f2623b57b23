import { expect, it } from 'vitest'
import { noteOf } from './stop-draft.ts'
import type { StopDraft } from './stop-draft.ts'

const DRAFT: StopDraft = {
  e164: '+12065550142',
  how: 'by_letter',
  scope: 'everything',
  words: 'No more texts.',
  saidOn: '2026-11-20',
  evidence: null,
}

it('is complete with a number and a way', () => {
  expect(noteOf({ ...DRAFT, how: null })).toBeNull()
  expect(noteOf({ ...DRAFT, e164: null })).toBeNull()
  expect(noteOf(DRAFT)).toMatchObject({ how: 'by_letter', saidOn: '2026-11-20' })
})

it('asks for the day of what was written, and for none of what was said', () => {
  expect(noteOf({ ...DRAFT, saidOn: null })).toBeNull()
  const said = noteOf({ ...DRAFT, how: 'by_phone', saidOn: null })
  expect(said).toEqual({ e164: DRAFT.e164, how: 'by_phone', scope: 'everything', words: DRAFT.words })
})
