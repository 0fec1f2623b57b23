import { useCallback, useSyncExternalStore } from 'react'
import { useRead } from '../api/queries.ts'

/**
 * Work that a person has begun and not finished, by desk and name. It lives as long as the window and is written nowhere:
 * a person who is called away finds it as it was, and nothing of it is ever on disk.
 */
const kept = new Map<string, unknown>()
const listeners = new Set<() => void>()

function keep(key: string, draft: unknown): void {
  if (draft === undefined) kept.delete(key)
  else kept.set(key, draft)
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What a page may do with a draft: change it from what it is, or drop it once its work is done. */
export interface KeptDraft<T> {
  readonly draft: T
  readonly change: (next: (before: T) => T) => void
  readonly drop: () => void
}

/**
 * A draft that outlives its page. `name` tells it from others, for example `form/01J...`; `empty` must be the same object
 * on every drawing. Every desk has its own: nothing typed for practice shows up in the office.
 */
export function useKeptDraft<T>(name: string, empty: T): KeptDraft<T> {
  const setup = useRead('setup.state', {}).value
  const key = `${setup?.desk ?? 'none'}/${name}`
  const draft = useSyncExternalStore(listen, () => (kept.get(key) as T | undefined) ?? empty)
  const change = useCallback(
    (next: (before: T) => T) => keep(key, next((kept.get(key) as T | undefined) ?? empty)),
    [key, empty],
  )
  const drop = useCallback(() => keep(key, undefined), [key])
  return { draft, change, drop }
}
