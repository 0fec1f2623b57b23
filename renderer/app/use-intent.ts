import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'

/**
 * Does what the way here asked for: `goTo('/forms', 'add')` runs the handler that the page gives for `'add'`, once.
 * The wish is taken off the address at once, so that going back and forth does not repeat it.
 */
export function useIntent(intent: string, perform: () => void): void {
  const location = useLocation()
  const navigate = useNavigate()
  const latest = useRef(perform)
  useEffect(() => {
    latest.current = perform
  })
  const isAsked = intentOf(location.state) === intent
  useEffect(() => {
    if (!isAsked) return
    void navigate(`${location.pathname}${location.search}`, { replace: true, state: null })
    latest.current()
  }, [isAsked, location.pathname, location.search, navigate])
}

function intentOf(state: unknown): unknown {
  return typeof state === 'object' && state !== null && 'intent' in state ? state.intent : undefined
}
