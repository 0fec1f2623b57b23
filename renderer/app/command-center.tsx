import { createContext, use, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Command, CommandId, WindowActions } from './commands.ts'
import { useShortcuts } from './use-shortcuts.ts'

type Handler = () => void

interface CommandCenter {
  /** Does a command: the page's way when the page has one, else the command's own. */
  readonly run: (command: Command) => void
  /** Tells whether running it would do anything now. */
  readonly isReady: (command: Command) => boolean
  readonly register: (id: CommandId, handler: Handler) => () => void
}

const Center = createContext<CommandCenter | null>(null)

/** Holds what the page in sight does for a command, and listens to the keyboard. */
export function CommandProvider(props: { readonly actions: WindowActions; readonly children: ReactNode }) {
  const { actions } = props
  const [handlers] = useState(() => new Map<string, Handler[]>())
  const center = useMemo(() => createCenter(handlers, actions), [handlers, actions])
  useShortcuts(center)
  return <Center value={center}>{props.children}</Center>
}

function createCenter(handlers: Map<string, Handler[]>, actions: WindowActions): CommandCenter {
  // The last to register is the innermost: a panel within a page goes before the page.
  const pageWay = (id: string) => handlers.get(id)?.at(-1)
  return {
    run: (command) => {
      const handler = pageWay(command.id)
      if (handler) handler()
      else command.perform?.(actions)
    },
    isReady: (command) => pageWay(command.id) !== undefined || command.perform !== undefined,
    register: (id, handler) => {
      handlers.set(id, [...(handlers.get(id) ?? []), handler])
      return () =>
        handlers.set(
          id,
          (handlers.get(id) ?? []).filter((one) => one !== handler),
        )
    },
  }
}

/** The commands, for what shows or runs them. */
export function useCommands(): CommandCenter {
  const center = use(Center)
  if (!center) throw new Error('There is no CommandProvider above')
  return center
}

/**
 * Does a command the page's way while the page is in sight: `usePageCommand('page.primary', save)`.
 * With `isOff` the command does what it would do without the page.
 */
export function usePageCommand(id: CommandId, perform: Handler, options: { readonly isOff?: boolean } = {}): void {
  const { register } = useCommands()
  const latest = useRef(perform)
  const isOff = options.isOff === true
  useEffect(() => {
    latest.current = perform
  })
  useEffect(() => (isOff ? undefined : register(id, () => latest.current())), [register, id, isOff])
}
