import type { Command } from './commands.ts'

/** What of a key press decides which command it means. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const MODIFIER_KEYS = new Set(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph'])

/** Writes a key press as the command table does: `Mod+Enter`, `Shift+Escape`, `g`. Undefined for a modifier alone. */
export function strokeOf(press: KeyPress): string | undefined {
  if (MODIFIER_KEYS.has(press.key)) return undefined
  const isCharacter = press.key.length === 1
  const parts = [
    press.ctrlKey || press.metaKey ? 'Mod' : '',
    press.altKey ? 'Alt' : '',
    // A character already carries its shift: "?" is one key on paper and two on the board.
    press.shiftKey && !isCharacter ? 'Shift' : '',
    isCharacter && (press.ctrlKey || press.metaKey)
      ? press.key.toUpperCase()
      : isCharacter
        ? press.key.toLowerCase()
        : press.key,
  ]
  return parts.filter((part) => part !== '').join('+')
}

/** What a stroke means after the strokes before it: a command, the beginning of one, or nothing. */
export type Meaning =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'begun'; readonly pending: string }
  | { readonly kind: 'nothing' }

/** Finds what a stroke means. `pending` is the beginning of a sequence such as `g`, empty when there is none. */
export function meaningOf(commands: readonly Command[], pending: string, stroke: string): Meaning {
  const typed = pending === '' ? stroke : `${pending} ${stroke}`
  const command = commands.find((one) => one.keys === typed)
  if (command) return { kind: 'command', command }
  if (commands.some((one) => one.keys?.startsWith(`${typed} `))) return { kind: 'begun', pending: typed }
  return pending === '' ? { kind: 'nothing' } : meaningOf(commands, '', stroke)
}
