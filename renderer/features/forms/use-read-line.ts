import { useLayoutEffect, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, RefObject, SyntheticEvent } from 'react'
import { isDoubtful, nextDoubt, retype, takeOther } from './reading-slots.ts'
import type { RowKind, Slot } from './reading-slots.ts'

/** What a line of read characters can be done with. */
export interface ReadLineHands {
  /** The doubtful place that the person is at. */
  readonly at: number | undefined
  /** The keys of its other characters; none where a digit is its own key. */
  readonly otherKeys: readonly string[]
  readonly type: (text: string) => void
  readonly take: (other: string) => void
  readonly inputProps: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
    readonly onFocus: (event: FocusEvent<HTMLInputElement>) => void
    readonly onBlur: () => void
    readonly onSelect: (event: SyntheticEvent<HTMLInputElement>) => void
    readonly onMouseDown: () => void
  }
}

const KEYS: Readonly<Record<RowKind, readonly string[]>> = {
  name: ['1', '2', '3'],
  // A 1 in an address is a 1.
  email: ['Alt+1', 'Alt+2', 'Alt+3'],
  digits: [],
}

/** Leads Tab from doubt to doubt within a line, takes other characters by key, and arrows to the lines around. */
export function useReadLine(
  inputRef: RefObject<HTMLInputElement | null>,
  line: {
    readonly slots: readonly Slot[]
    readonly kind: RowKind
    readonly onChange: (slots: readonly Slot[]) => void
  },
): ReadLineHands {
  const { slots, kind, onChange } = line
  const isByMouse = useRef(false)
  const caret = useRef<number | null>(null)
  const [at, setAt] = useState<number>()
  useLayoutEffect(() => {
    if (caret.current === null) return
    inputRef.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })

  const go = (place: number) => {
    inputRef.current?.setSelectionRange(place, place + 1)
    setAt(place)
  }
  const take = (other: string) => {
    const place = at ?? inputRef.current?.selectionStart
    if (place === undefined || place === null) return
    onChange(takeOther(slots, place, other))
    caret.current = place + 1
    setAt(undefined)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    if (event.key === 'Tab') {
      const from = event.shiftKey ? (input.selectionStart ?? 0) : Math.max((input.selectionEnd ?? 0) - 1, at ?? -1)
      const place = nextDoubt(slots, from, event.shiftKey ? -1 : 1)
      if (place === undefined) return
      event.preventDefault()
      go(place)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      besideLine(input, event.key === 'ArrowDown' ? 1 : -1)?.focus()
    } else {
      const other = otherOf(event, kind, at === undefined ? undefined : slots[at])
      if (other === undefined) return
      event.preventDefault()
      take(other)
    }
  }
  return {
    at,
    otherKeys: KEYS[kind],
    type: (text) => {
      onChange(retype(slots, text))
      setAt(undefined)
    },
    take,
    inputProps: {
      onKeyDown,
      onMouseDown: () => (isByMouse.current = true),
      onFocus: (event) => {
        const byMouse = isByMouse.current
        isByMouse.current = false
        if (byMouse) return
        const isFromBehind = isBehind(event.currentTarget, event.relatedTarget)
        const place = isFromBehind ? nextDoubt(slots, slots.length, -1) : nextDoubt(slots, -1)
        if (place === undefined) return
        setAt(place)
        // The browser selects the whole line after it has told of the focus.
        requestAnimationFrame(() => inputRef.current?.setSelectionRange(place, place + 1))
      },
      onBlur: () => setAt(undefined),
      onSelect: (event) => {
        const { selectionStart: start, selectionEnd: end } = event.currentTarget
        const slot = start === null ? undefined : slots[start]
        const isOne = start !== null && end !== null && end - start <= 1
        setAt(isOne && slot && isDoubtful(slot) ? start : undefined)
      },
    },
  }
}

function otherOf(event: KeyboardEvent, kind: RowKind, slot: Slot | undefined): string | undefined {
  if (!slot || event.ctrlKey || event.metaKey) return undefined
  const digit = /^(?:Digit|Numpad)([1-3])$/.exec(event.code)?.[1] ?? (/^[1-3]$/.test(event.key) ? event.key : undefined)
  if (digit === undefined || event.altKey !== (kind !== 'name')) return undefined
  return slot.others[Number(digit) - 1]
}

/** The line before or after this one, sure or not. */
function besideLine(input: HTMLInputElement, step: 1 | -1): HTMLInputElement | undefined {
  const lines = [...(input.closest('.od-check-fields')?.querySelectorAll<HTMLInputElement>('.od-read-input') ?? [])]
  return lines[lines.indexOf(input) + step]
}

function isBehind(input: HTMLElement, from: EventTarget | null): boolean {
  return from instanceof Node && (input.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
