import type { KeyboardEvent } from 'react'

const ARROWS: Readonly<Record<string, string>> = { j: 'ArrowDown', k: 'ArrowUp' }

/** Lets J and K do what the arrow keys do, for hands that stay on the letters. Put it on a list's capturing keydown. */
export function moveByLetter(event: KeyboardEvent): void {
  const arrow = ARROWS[event.key.toLowerCase()]
  if (arrow === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
  event.preventDefault()
  event.stopPropagation()
  event.target.dispatchEvent(
    new window.KeyboardEvent('keydown', { key: arrow, code: arrow, bubbles: true, cancelable: true }),
  )
}
