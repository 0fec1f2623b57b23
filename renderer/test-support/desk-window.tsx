import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { IntlProvider } from 'react-intl'
import { MemoryRouter } from 'react-router'
import { contract } from '../../shared/ipc/contract.ts'
import type { InputOf, MethodName, OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { createQueryClient } from '../api/queries.ts'
import { CommandProvider } from '../app/command-center.tsx'
import type { WindowActions } from '../app/commands.ts'
import { WORDING } from '../i18n/wording.ts'

/** What the far side of the bridge answers in a test, by method; a method without an answer fails. */
export type Answers = { readonly [M in MethodName]?: (input: InputOf<M>) => OutputOf<M> }

/** The methods that refuse, each with its reason. */
type Refusals = { readonly [M in MethodName]?: AppError }

/** What was asked over the bridge, in order. */
export interface Asked {
  readonly method: string
  readonly input: unknown
}

const nothing = () => undefined
const ACTIONS: WindowActions = {
  goTo: nothing,
  openPalette: nothing,
  showKeys: nothing,
  togglePrivacy: nothing,
  openCarrier: nothing,
  noteStop: nothing,
  moveInList: nothing,
}

const READY = {
  state: 'ready',
  desk: 'practice',
  protection: 'file',
  hasOffice: false,
  appVersion: '0.0.0',
  nowMs: 0,
}

/** Stands at the far side of the bridge: every input and every answer is held against the contract. */
export function answerBridge(answers: Answers, refusals: Refusals = {}): readonly Asked[] {
  const asked: Asked[] = []
  const call = async <M extends MethodName>(method: M, input: InputOf<M>) => {
    asked.push({ method, input })
    const refusal = refusals[method]
    if (refusal) return { ok: false, error: refusal } as const
    const answer = answers[method]
    if (!answer) return { ok: false, error: { code: 'unknown_method', method } } as const
    contract[method].input.parse(input)
    return { ok: true, value: contract[method].output.parse(answer(input)) as OutputOf<M> } as const
  }
  Object.assign(window, { optdesk: { call, on: () => nothing } })
  return asked
}

/** Draws a piece of the window in English, with everything it expects around it, and waits for its first answers. */
export async function showInWindow(children: ReactNode): Promise<{ readonly leave: () => void }> {
  const client = createQueryClient()
  // As in the window itself, where nothing is drawn before a desk is open.
  client.setQueryData(['setup.state', {}], READY)
  const shown = render(
    <QueryClientProvider client={client}>
      <IntlProvider locale="en-US" messages={{ ...WORDING.en }}>
        <MemoryRouter>
          <CommandProvider actions={ACTIONS}>{children}</CommandProvider>
        </MemoryRouter>
      </IntlProvider>
    </QueryClientProvider>,
  )
  await act(async () => {
    await Promise.resolve()
  })
  return { leave: shown.unmount }
}
