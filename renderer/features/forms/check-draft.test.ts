import { describe, expect, it } from 'vitest'
import { acceptInput, EMPTY_CHECK, fieldOfError, openParts, versionOf } from './check-draft.ts'
import type { CheckDraft, FormVersion, KnownUnder } from './check-draft.ts'

const version = (id: string, language: 'en' | 'es'): FormVersion => ({
  id,
  code: id.toUpperCase(),
  language,
  sentences: { care: 'care', marketing: 'offers', group: 'group' },
  wordingSha256: 'a'.repeat(64),
})
const versions = [version('en-1', 'en'), version('es-1', 'es')]

const decided: CheckDraft = {
  ...EMPTY_CHECK,
  givenName: 'Danielle',
  familyName: 'Okafor',
  phone: '(206) 555-0142',
  agreed: { care: true, marketing: false, group: false },
  isSigned: true,
  signedOn: '2026-11-18',
}

const nobody: KnownUnder = { e164: '+12065550142', people: [] }
const somebody: KnownUnder = {
  e164: '+12065550142',
  people: [{ id: 'p1', displayName: 'Daniel Okafor', language: 'en', numbers: [] }],
}

describe('what is open on a sheet', () => {
  it('is everything at first, in the order of the page, and no box is pressed', () => {
    expect(openParts(EMPTY_CHECK, undefined)).toEqual([
      'name',
      'phone',
      'care',
      'marketing',
      'group',
      'signature',
      'date',
    ])
  })

  it('is nothing once every box, the signature and the date are decided', () => {
    expect(openParts(decided, nobody)).toEqual([])
  })

  it('keeps each box open on its own', () => {
    expect(openParts({ ...decided, agreed: { ...decided.agreed, marketing: null } }, nobody)).toEqual(['marketing'])
  })

  it('asks to whom the sheet belongs when the number is known, and again when the number changes', () => {
    expect(openParts(decided, somebody)).toEqual(['belongs_to'])
    const chosen = { ...decided, belongsTo: { e164: '+12065550142', personId: null } }
    expect(openParts(chosen, somebody)).toEqual([])
    expect(openParts(chosen, { ...somebody, e164: '+12065550199' })).toEqual(['belongs_to'])
  })

  it('does not ask for a date on a sheet that is not signed', () => {
    expect(openParts({ ...decided, isSigned: false, signedOn: null }, nobody)).toEqual([])
  })
})

describe('the decision that is saved', () => {
  it('carries exactly what was pressed', () => {
    expect(acceptInput('f1', decided, versions[0], nobody)).toMatchObject({
      id: 'f1',
      formVersionId: 'en-1',
      agreed: { care: true, marketing: false, group: false },
      isSigned: true,
      personId: null,
    })
  })

  it('does not exist while something is open, nor for an unsigned sheet', () => {
    expect(
      acceptInput('f1', { ...decided, agreed: { ...decided.agreed, group: null } }, versions[0], nobody),
    ).toBeUndefined()
    expect(acceptInput('f1', { ...decided, isSigned: false }, versions[0], nobody)).toBeUndefined()
    expect(acceptInput('f1', decided, undefined, nobody)).toBeUndefined()
  })

  it('attaches to the person chosen, and forgets a choice when nobody is known any more', () => {
    const chosen = { ...decided, belongsTo: { e164: '+12065550142', personId: 'p1' } }
    expect(acceptInput('f1', chosen, versions[0], somebody)?.personId).toBe('p1')
    expect(acceptInput('f1', chosen, versions[0], nobody)?.personId).toBeNull()
  })
})

describe('the printed version', () => {
  it('follows the language until a person chooses one', () => {
    expect(versionOf(EMPTY_CHECK, versions)?.id).toBe('en-1')
    expect(versionOf({ ...EMPTY_CHECK, language: 'es' }, versions)?.id).toBe('es-1')
    expect(versionOf({ ...EMPTY_CHECK, language: 'es', versionId: 'en-1' }, versions)?.id).toBe('en-1')
  })
})

it('puts an error of the core beside the field it speaks of', () => {
  expect(fieldOfError('phone_too_short')).toBe('phone')
  expect(fieldOfError('date_in_future')).toBe('date')
  expect(fieldOfError('form_not_waiting')).toBeUndefined()
})
