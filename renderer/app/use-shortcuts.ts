import { useEffect } from 'react'
import { COMMANDS } from './commands.ts'
import type { Command } from './commands.ts'
import { meaningOf, strokeOf } from './shortcuts.ts'

/** How long the second key of a sequence such as G T may take. */
const SEQUENCE_MS = 1500

interface Runner {
  readonly run: (command: Command) => void
  readonly isReady: (command: Command) => boolean
}

/** Listens to the keyboard of the whole window, before any control does, and runs the command that is meant. */
export function useShortcuts(runner: Runner): void {
  useEffect(() => {
    let pending = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = (begun: string) => {
      pending = begun
      clearTimeout(timer)
      if (begun !== '') timer = setTimeout(() => (pending = ''), SEQUENCE_MS)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const stroke = event.isComposing ? undefined : strokeOf(event)
      if (stroke === undefined) return
      const meaning = meaningOf(commandsFor(event), pending, stroke)
      wait(meaning.kind === 'begun' ? meaning.pending : '')
      if (meaning.kind === 'nothing') return
      if (meaning.kind === 'command') {
        if (!runner.isReady(meaning.command)) return
        runner.run(meaning.command)
      }
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKeyDown, true)
    }
  }, [runner])
}

/** While a person types, or a dialog asks, only the commands that say so may take a key from it. */
function commandsFor(event: KeyboardEvent): readonly Command[] {
  const all: readonly Command[] = COMMANDS
  if (isOverlayOpen()) return all.filter((command) => command.id === 'do.privacy')
  if (!isTyping(event.target) && !isInList(event)) return all
  return all.filter((command) => command.always === true || (isInList(event) && !isListKey(event)))
}

/** Overlays close and confirm by themselves (`design/dialog.tsx`); a list box that is open takes letters to search. */
function isOverlayOpen(): boolean {
  return document.querySelector('.od-overlay, .od-drawer-overlay, .od-popover') !== null
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target.getAttribute('role') === 'spinbutton') return true
  // A question takes its own letters: Y and N.
  if (target.closest('[role="radiogroup"]') !== null) return true
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'file'].includes(target.type)
}

/** A list moves by J, K and Esc itself (`design/move-by-letter.ts`). */
function isInList(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.closest('[data-list]') !== null && !isTyping(event.target)
}

function isListKey(event: KeyboardEvent): boolean {
  return ['j', 'k'].includes(event.key.toLowerCase()) && !event.ctrlKey && !event.metaKey
}
