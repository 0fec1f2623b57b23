import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answerBridge, showInWindow } from '../../test-support/desk-window.tsx'
import { CheckRail } from './check-rail.tsx'
import { EMPTY_COMPOSE } from './compose-draft.ts'
import type { Preview } from './compose-draft.ts'

const preview = (part: Partial<Preview> = {}): Preview => ({
  recipientCount: 2,
  recipients: [],
  leftOut: [],
  leftOutCount: 0,
  leftOutGroups: [],
  emptyFields: [],
  segmentsTotal: 2,
  segmentsMax: 1,
  encoding: 'GSM-7',
  outsiders: [],
  costMicros: 24_000,
  costAsOf: '2026-11-24',
  firstAtMs: 0,
  lastAtMs: 0,
  movedBy: null,
  moves: [],
  dayCount: 0,
  canarySize: 0,
  overCapCount: 0,
  advice: [],
  problems: [],
  ...part,
})

/** Draws the rail beside these words and gives the check of the words: how it stands, and its sentence. */
async function wordsCheck(body: string, shown: Preview | undefined) {
  answerBridge({})
  await showInWindow(
    <CheckRail
      compose={{
        draft: { ...EMPTY_COMPOSE, body },
        change: () => undefined,
        changeAttachments: () => undefined,
        drop: () => undefined,
        preview: shown,
        isBehind: false,
        error: undefined,
      }}
    />,
  )
  const row = screen.getAllByRole('listitem').find((item) => within(item).queryByRole('heading', { name: 'Words' }))
  if (!row) throw new Error('No check of the words')
  return { state: within(row).getByRole('img').getAttribute('aria-label'), text: row.textContent }
}

afterEach(cleanup)

describe('the check of the words', () => {
  it('is settled where every field is filled for everyone who gets the message', async () => {
    const check = await wordsCheck('Hi {first_name}', preview())
    expect(check).toMatchObject({ state: 'Settled', text: expect.stringContaining('Every field is filled') })
  })

  it('asks to be looked at where a field is empty for everyone', async () => {
    const nobody = preview({
      recipientCount: 0,
      emptyFields: [{ fields: ['appointment_day', 'appointment_time'], count: 2 }],
      problems: [{ code: 'nobody_left' }],
    })
    const check = await wordsCheck('{appointment_day} at {appointment_time}', nobody)
    expect(check.state).toBe('Look at this again')
    expect(check.text).toContain('2 people have no appointment day and appointment time')
    expect(check.text).not.toContain('Every field is filled')
  })

  it('asks to be looked at where a field is empty for some', async () => {
    const check = await wordsCheck('{last_name}', preview({ emptyFields: [{ fields: ['last_name'], count: 1 }] }))
    expect(check).toMatchObject({ state: 'Look at this again', text: expect.stringContaining('no last name') })
  })

  it('stays open while nobody gets the message: there is nobody to fill a field for', async () => {
    expect(await wordsCheck('Hi {first_name}', undefined)).toMatchObject({ state: 'Still open' })
    cleanup()
    const nobody = preview({ recipientCount: 0, problems: [{ code: 'nobody_left' }] })
    expect(await wordsCheck('Hi {first_name}', nobody)).toMatchObject({ state: 'Still open' })
  })
})
