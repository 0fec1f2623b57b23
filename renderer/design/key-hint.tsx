const IS_MAC = navigator.userAgent.includes('Mac')
const MAC_NAMES: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Backspace: '⌫' }
const OTHER_NAMES: Readonly<Record<string, string>> = { Mod: 'Ctrl', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓' }

/** The names on the keycaps of a shortcut such as `Mod+K` or `g t`, on this computer's keyboard. */
export function keyNames(keys: string): readonly string[] {
  const names = IS_MAC ? MAC_NAMES : OTHER_NAMES
  return keys.split(/[+ ]/).map((key) => names[key] ?? OTHER_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))
}

/** Shows a shortcut as keycaps. `keys` is written as in the command table: `Mod+Enter`, `g t`. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="od-keys">
      {keyNames(keys).map((name) => (
        <kbd key={name} className="od-key">
          {name}
        </kbd>
      ))}
    </span>
  )
}
