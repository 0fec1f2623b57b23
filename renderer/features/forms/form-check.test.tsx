import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { CellReading, FieldReading } from '../../../shared/domain/form-reading.ts'
import { HARBORVIEW_EN_1 } from '../../../shared/domain/sample-forms.ts'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { answerBridge, showInWindow } from '../../test-support/desk-window.tsx'
import type { Asked } from '../../test-support/desk-window.tsx'
import { FormCheck } from './form-check.tsx'
import type { ReadSheet } from './taken-reading.ts'

const FORM: OutputOf<'forms.get'> = {
  id: 'f1',
  name: 'a.png',
  pageNo: 1,
  pageCount: 1,
  state: 'to_check',
  addedAtMs: 0,
  personId: null,
  personName: null,
  setAsideReason: null,
  reading: 'read',
  unreadCode: null,
  originalSha256: 'a'.repeat(64),
  sizeBytes: 1,
  mediaType: 'image/png',
  decision: null,
}
const sure = (text: string): CellReading => ({ text, confidence: 0.99, alternatives: [] })
const doubt = (text: string, confidence: number, ...others: string[]): CellReading => ({
  text,
  confidence,
  alternatives: others.map((other) => ({ text: other, confidence: 0.1 })),
})
const row = (text: string, ...doubts: readonly (readonly [number, CellReading])[]) => {
  const cells = Array.from(text, (letter, place) => doubts.find(([at]) => at === place)?.[1] ?? sure(letter))
  return { text, confidence: Math.min(...cells.map(({ confidence }) => confidence)), cells }
}

const { layout, labels } = HARBORVIEW_EN_1
const boxes = Object.fromEntries(layout.consentBoxes.map((box) => [box.purpose, box]))
const READ: ReadSheet = {
  state: 'read',
  readingId: 'r1',
  formVersionId: 'v1',
  page: { widthPx: 1727, heightPx: 2235, pxPerMm: 8 },
  places: {
    combs: Object.fromEntries(layout.combs.map(({ name, groups, cells }) => [name, { groups, cells }])),
    boxes,
    endings: [],
    signature: layout.signature,
    dateOrder: labels.dateLetters,
  },
  twins: [],
  reading: {
    formCode: 'EN-1',
    serial: '000214',
    model: 'characters-1',
    tookMs: 300,
    fields: {
      first_name: row('DANIELLE', [4, doubt('F', 0.6, 'E', 'B')]),
      last_name: row('OKAFOR'),
      mobile: row('2065550155'),
      email: row('d@example.com'),
      signed_on: row('11182026'),
    },
    boxes: {
      care: { mark: 'ticked', confidence: 0.99, doubt: null },
      marketing: { mark: 'unclear', confidence: 0.7, doubt: 'struck_out' },
      group: { mark: 'empty', confidence: 0.99, doubt: null },
    },
    signature: { isPresent: true, confidence: 0.99 },
  },
}
const withPhone = (mobile: FieldReading): ReadSheet => ({
  ...READ,
  reading: { ...READ.reading, fields: { ...READ.reading.fields, mobile } },
})

/** Each test has its own form: what is typed on one is kept while the window lives. */
let lastForm = 0

async function show(reading: OutputOf<'forms.reading'>): Promise<readonly Asked[]> {
  lastForm += 1
  const id = `form-${lastForm}`
  const bytes = new Uint8Array([1])
  const asked = answerBridge({
    'forms.reading': () => reading,
    'forms.versions': () => ({
      versions: [
        {
          id: 'v1',
          code: 'EN-1',
          language: 'en',
          sentences: { care: 'care', marketing: 'offers', group: 'group' },
          wordingSha256: 'a'.repeat(64),
        },
      ],
    }),
    'forms.page': () => ({ bytes, mediaType: 'image/jpeg', widthPx: 60, heightPx: 40 }),
    'forms.straightPage': () => ({ bytes, mediaType: 'image/jpeg', widthPx: 1727, heightPx: 2235 }),
    'forms.checkTyped': () => ({ phone: null, e164: null, email: null, emailDoubt: null, date: null }),
    'people.byPhone': () => ({ e164: '+12065550155', people: [] }),
    'people.search': () => ({ people: [], total: 0, after: null }),
    'forms.accept': () => ({ personId: 'p1', e164: '+12065550155', isConfirmationQueued: true, nextFormId: null }),
  })
  await showInWindow(<FormCheck form={{ ...FORM, id }} pile={[id]} />)
  await settle()
  return asked
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await act(async () => new Promise((resolve) => setTimeout(resolve)))
}

const line = (name: string) => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${name}`), { selector: 'input' })
const answer = async (question: string | RegExp, word: 'Yes' | 'No') => {
  const radio = within(screen.getByRole('radiogroup', { name: question })).getByRole('radio', { name: word })
  await act(async () => void fireEvent.click(radio))
}
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' })
const openWords = () => document.querySelector('.od-check-open')?.textContent ?? ''

afterEach(cleanup)

describe('a sheet that was read', () => {
  it('presses nothing by itself: each box, signature and date waits for a person', async () => {
    const asked = await show(READ)
    expect(screen.queryAllByRole('radio', { checked: true })).toEqual([])
    expect(openWords()).toBe('Still open: care texts, offers, group threads, signature, and date.')
    await answer('Care texts: is the box ticked?', 'Yes')
    await answer('Offers: is the box ticked?', 'No')
    await answer('Group threads: is the box ticked?', 'No')
    await answer('It is signed', 'Yes')
    expect(save().disabled).toBe(true)
    await answer(/November 18, 2026: is that the date/, 'Yes')
    expect(save().disabled).toBe(false)
    await act(async () => void fireEvent.click(save()))
    expect(asked.find(({ method }) => method === 'forms.accept')?.input).toMatchObject({
      readingId: 'r1',
      givenName: 'Daniflle',
      phone: '206 555 0155',
      signedOn: '2026-11-18',
      agreed: { care: true, marketing: false, group: false },
    })
  })

  it('says in words what it saw in each box and in the signature', async () => {
    await show(READ)
    for (const words of ['Looks ticked', 'Unclear: struck out', 'Looks empty', 'Something is written here']) {
      expect(screen.getByText(words)).toBeDefined()
    }
  })

  it('leads Tab from doubt to doubt, lets sure lines be passed over, and takes another character by its key', async () => {
    await show(withPhone(row('2065550155', [8, doubt('5', 0.7, '6')], [9, doubt('5', 0.3, '8')])))
    expect(line('Family name').tabIndex).toBe(-1)
    const name = line('Given name')
    await act(async () => name.focus())
    expect(screen.getByRole('group', { name: 'What else it may be' }).textContent).toContain('e1b2')
    await act(async () => void fireEvent.keyDown(name, { key: '1', code: 'Digit1' }))
    expect(line('Given name').value).toBe('Danielle')
    const number = line('Mobile number')
    expect(number.value).toBe('206 555 015□')
    await act(async () => number.focus())
    expect([number.selectionStart, number.selectionEnd]).toEqual([10, 11])
    // A digit is its own key: 1 is a 1 here.
    expect(fireEvent.keyDown(number, { key: '1', code: 'Digit1' })).toBe(true)
    expect(fireEvent.keyDown(number, { key: 'Tab' })).toBe(false)
    expect([number.selectionStart, number.selectionEnd]).toEqual([11, 12])
    expect(fireEvent.keyDown(number, { key: 'Tab' })).toBe(true)
    expect(fireEvent.keyDown(number, { key: 'Tab', shiftKey: true })).toBe(false)
    expect([number.selectionStart, number.selectionEnd]).toEqual([10, 11])
  })

  it('wants a number with a doubtful digit a second time, and the same', async () => {
    await show(withPhone(row('2065550155', [9, doubt('5', 0.3, '8')])))
    expect(openWords()).toContain('mobile number')
    await act(async () => void fireEvent.change(line('Mobile number'), { target: { value: '206 555 0158' } }))
    expect(openWords()).toContain('the number a second time')
    const again = () => line('The number once more')
    await act(async () => void fireEvent.change(again(), { target: { value: '2065550155' } }))
    expect(screen.getByText(/The two numbers differ/)).toBeDefined()
    expect(openWords()).toContain('the number a second time')
    await act(async () => void fireEvent.change(again(), { target: { value: '2065550158' } }))
    expect(openWords()).not.toContain('number')
  })

  it('takes a confirmed date for open again once it was changed', async () => {
    await show(READ)
    await answer(/November 18, 2026: is that the date/, 'Yes')
    await act(async () => void fireEvent.change(line('Date on the form'), { target: { value: '11 19 2026' } }))
    expect(openWords()).toContain('date')
    expect(screen.getByRole('radiogroup', { name: /November 19, 2026: is that the date/ })).toBeDefined()
  })

  it('tells that the same paper came in before', async () => {
    const twin = { id: 'f0', name: 'b.png', state: 'accepted', addedAtMs: 0, personName: 'Danielle Okafor' } as const
    await show({ ...READ, twins: [twin] })
    expect(screen.getByText(/This very form was accepted before/).textContent).toContain('Danielle Okafor')
  })

  it('does not touch what somebody began to type before it was read', async () => {
    await show({ state: 'waiting' })
    await act(async () => void fireEvent.change(line('Given name'), { target: { value: 'Dani' } }))
    cleanup()
    lastForm -= 1
    await show(READ)
    expect(line('Given name').value).toBe('Dani')
    expect(line('Family name').value).toBe('')
  })
})

describe('a sheet that could not be read', () => {
  it('is typed as ever, with the cause in words and what helps above its picture', async () => {
    await show({ state: 'unread', readingId: 'r1', cause: { code: 'corner_missing', corners: ['bottom_left'] } })
    expect(screen.getByText(/The bottom left corner of the form is missing or covered/)).toBeDefined()
    expect(line('Given name').value).toBe('')
    expect(screen.queryByText('The number once more')).toBeNull()
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Set aside for a new picture' })))
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Cannot be read' }).checked).toBe(true)
  })
})
