import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { answerBridge, showInWindow } from '../../test-support/desk-window.tsx'
import { CarrierBook } from './carrier-book.tsx'

const entry = {
  uuid: '1',
  to: '+12065550142',
  displayName: 'Danielle Okafor',
  text: 'Look at this',
  attachments: [],
  participants: [],
  clientRef: 'a.1',
  status: 'delivered',
  atMs: 0,
}

afterEach(cleanup)

async function show(changes: object): Promise<HTMLElement> {
  answerBridge({})
  await showInWindow(<CarrierBook book={[{ ...entry, ...changes }]} />)
  return screen.getAllByRole('listitem')[0] as HTMLElement
}

it('says what came with the words', async () => {
  const item = await show({ attachments: ['image', 'vcard'] })
  expect(within(item).getByText('Look at this')).toBeTruthy()
  expect(within(item).getByText(/A picture/)).toBeTruthy()
  expect(within(item).getByText(/A contact card/)).toBeTruthy()
})

it('says who else is in the group', async () => {
  const item = await show({ participants: ['+12065550143', '+12065550144'] })
  expect(within(item).getByText(/In a group with 2 others/)).toBeTruthy()
  expect(within(item).getByText('(206) 555-0143, (206) 555-0144')).toBeTruthy()
})

it('says nothing more of a plain text', async () => {
  const item = await show({})
  expect(within(item).queryByRole('list')).toBeNull()
})
