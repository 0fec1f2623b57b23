import { useEffect, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import './parts.css'

/** Most answers of the core come sooner than this; a flash of grey bars would only disturb. */
const PATIENCE_MS = 250

/** Calm grey lines where content will stand, shown only when it takes a while. They do not move. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }) {
  const text = useText()
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isLate) return null
  return (
    <div className="od-skeleton" role="status" aria-label={text('common.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} />
      ))}
    </div>
  )
}
