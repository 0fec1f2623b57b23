import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { answerBridge, showInWindow } from '../../test-support/desk-window.tsx'
import type { Answers } from '../../test-support/desk-window.tsx'
import { PrintForms } from './print-forms.tsx'

const links = { privacyAddress: 'p.example.org', termsAddress: 't.example.org' }
const OFFICE: OutputOf<'sheets.office'>['office'] = {
  legalName: 'Harborview Family Clinic',
  address: '',
  phone: '',
  links: { en: links, es: links },
  purposes: [{ purpose: 'care', aMonth: 8 }],
}
const PICTURE = { code: 'EN-2', bytes: new Uint8Array(2), mediaType: 'image/jpeg', widthPx: 10, heightPx: 13 } as const
const FILE = { code: 'EN-2', first: '001001', last: '001010', name: 'EN-2 001001-001010.pdf', bytes: new Uint8Array(3) }

const show = async (missing: OutputOf<'sheets.check'>['missing'], isNewEdition = true) => {
  const answers: Answers = {
    'sheets.office': () => ({ office: OFFICE }),
    'sheets.check': () => ({ code: 'EN-2', isNewEdition, missing, unprintable: '診' }),
    'sheets.picture': () => PICTURE,
    'sheets.print': () => FILE,
  }
  const asked = answerBridge(answers)
  await showInWindow(<PrintForms />)
  await screen.findByRole('region', { name: 'Checklist' })
  return asked
}
const saveButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /as PDF/ })
const pressPrimary = () => fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })

afterEach(cleanup)

it('prints nothing while a point is missing, and says first which and why', async () => {
  const asked = await show(['letters', 'privacy_and_terms'])
  expect(screen.getByRole('status').textContent).toBe('2 of 17 points are missing.')
  const [first, second, third] = within(screen.getByRole('region', { name: 'Checklist' })).getAllByRole('listitem')
  expect(first?.textContent).toContain('Carriers look both addresses up.')
  expect(second?.textContent).toContain('The printed type does not have: 診.')
  expect(within(third as HTMLElement).getByRole('img', { name: 'Met' })).toBeDefined()
  expect(saveButton().disabled).toBe(true)
  pressPrimary()
  expect(asked.filter(({ method }) => method === 'sheets.print')).toEqual([])
})

it('says before anything is printed that other words begin a new edition', async () => {
  await show([])
  expect(screen.getByText(/^This will be EN-2, a new edition/)).toBeDefined()
})

it('prints so many sheets as are wanted, and what was printed is what is kept', async () => {
  const asked = await show([])
  await waitFor(() => expect(saveButton().disabled).toBe(false))
  pressPrimary()
  await waitFor(() => expect(asked.some(({ method }) => method === 'sheets.print')).toBe(true))
  const choice = { language: 'en', paper: 'letter', size: 'regular' }
  expect(asked.find(({ method }) => method === 'sheets.print')?.input).toEqual({ office: OFFICE, choice, count: 10 })
})
