import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { answerBridge, showInWindow } from '../../test-support/desk-window.tsx'
import { CostLine } from './cost-line.tsx'

afterEach(cleanup)

async function show(costs: Parameters<typeof CostLine>[0]['costs']): Promise<void> {
  answerBridge({})
  await showInWindow(<CostLine costs={costs} total={40} />)
}

it('adds up what the carrier charged, and says in practice that nobody is charged', async () => {
  await show([{ currency: 'USD', micros: 144_000, messages: 12 }])
  expect(screen.getByText('$0.144')).toBeTruthy()
  expect(screen.getByText('for 12 of 40 messages. This is practice: nobody is charged.')).toBeTruthy()
})

it('keeps currencies apart', async () => {
  await show([
    { currency: 'EUR', micros: 8_300, messages: 1 },
    { currency: 'USD', micros: 12_000, messages: 1 },
  ])
  expect(screen.getByText('€0.0083 and $0.012')).toBeTruthy()
})

it('says so while no price is known', async () => {
  await show([])
  expect(screen.getByText('The carrier has not told a price yet.')).toBeTruthy()
})
