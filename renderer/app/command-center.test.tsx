import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { YesNo } from '../design/yes-no.tsx'
import { WORDING } from '../i18n/wording.ts'
import { CommandProvider, usePageCommand } from './command-center.tsx'
import type { WindowActions } from './commands.ts'

const goTo = vi.fn<WindowActions['goTo']>()
const save = vi.fn<() => void>()
const decide = vi.fn<(value: boolean) => void>()
const nothing = () => undefined
const ACTIONS: WindowActions = {
  goTo,
  openPalette: nothing,
  showKeys: nothing,
  togglePrivacy: nothing,
  openCarrier: nothing,
  noteStop: nothing,
  moveInList: nothing,
}

function PageWithForm({ isComplete }: { readonly isComplete: boolean }) {
  usePageCommand('page.primary', save, { isOff: !isComplete })
  return (
    <>
      <input aria-label="Name" />
      <YesNo label="Care texts" value={null} onChange={decide} />
    </>
  )
}

function show(isComplete = true) {
  render(
    <IntlProvider locale="en" messages={{ ...WORDING.en }}>
      <CommandProvider actions={ACTIONS}>
        <PageWithForm isComplete={isComplete} />
      </CommandProvider>
    </IntlProvider>,
  )
}

function press(target: Element, key: string, held: { ctrlKey?: boolean } = {}) {
  act(() => void fireEvent.keyDown(target, { key, ...held }))
}

afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

describe('the keys of the window', () => {
  it('work on the page', () => {
    show()
    press(document.body, 'n')
    expect(goTo).toHaveBeenCalledWith('/compose', 'new')
    press(document.body, 'g')
    press(document.body, 'p')
    expect(goTo).toHaveBeenLastCalledWith('/people')
  })

  it('leave letters to whoever types them', () => {
    show()
    press(screen.getByLabelText('Name'), 'n')
    expect(goTo).not.toHaveBeenCalled()
  })

  it('leave Y and N to the question that has the focus', () => {
    show()
    press(screen.getByRole('radio', { name: 'Yes' }), 'n')
    expect(goTo).not.toHaveBeenCalled()
    expect(decide).toHaveBeenCalledWith(false)
  })

  it('do the primary thing while one types, but only when the page is ready for it', () => {
    show()
    press(screen.getByLabelText('Name'), 'Enter', { ctrlKey: true })
    expect(save).toHaveBeenCalledTimes(1)
    cleanup()
    show(false)
    press(screen.getByLabelText('Name'), 'Enter', { ctrlKey: true })
    expect(save).toHaveBeenCalledTimes(1)
  })
})
