import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { answerBridge, showInWindow } from '../../test-support/desk-window.tsx'
import { EMPTY_CHECK, openParts } from './check-draft.ts'
import type { CheckDraft } from './check-draft.ts'
import { CheckFoot } from './check-foot.tsx'
import type { FormCheck } from './use-form-check.ts'

const decided: CheckDraft = {
  ...EMPTY_CHECK,
  givenName: 'Danielle',
  phone: '(206) 555-0142',
  agreed: { care: true, marketing: false, group: false },
  isSigned: true,
  signedOn: '2026-11-18',
}

function checkOf(draft: CheckDraft): FormCheck {
  const open = openParts(draft, undefined)
  return {
    draft,
    open,
    isReady: open.length === 0 && draft.isSigned === true,
    isSaving: false,
    versions: [],
    version: undefined,
    known: undefined,
    reading: undefined,
    sheet: undefined,
    trouble: undefined,
    change: () => undefined,
    drop: () => undefined,
    errorAt: () => undefined,
    save: async () => undefined,
  }
}

const show = async (draft: CheckDraft) => {
  answerBridge({})
  await showInWindow(
    <CheckFoot
      check={checkOf(draft)}
      formId="f2"
      pile={['f1', 'f2', 'f3', 'f4']}
      onSave={() => undefined}
      onSetAside={() => undefined}
    />,
  )
}
const saveButton = () => screen.queryByRole<HTMLButtonElement>('button', { name: 'Save' })

afterEach(cleanup)

it('keeps Save shut and names what is open until every box, the signature and the date are decided', async () => {
  await show({ ...decided, agreed: { ...decided.agreed, marketing: null }, signedOn: null })
  expect(saveButton()?.disabled).toBe(true)
  expect(screen.getByRole('status').textContent).toBe('Still open: offers and date.')
})

it('opens Save once everything is decided', async () => {
  await show(decided)
  expect(saveButton()?.disabled).toBe(false)
  expect(screen.getByRole('status').textContent).toBe('Everything is decided.')
})

it('offers to set a form aside that is not signed, and no Save', async () => {
  await show({ ...decided, isSigned: false })
  expect(saveButton()).toBeNull()
  expect(screen.getByRole('button', { name: 'Set aside' }).dataset['kind']).toBe('primary')
})

it('says where in the pile the form lies', async () => {
  await show(decided)
  expect(screen.getByText('2 of 4')).toBeDefined()
})
