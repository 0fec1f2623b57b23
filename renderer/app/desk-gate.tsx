import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { assertNever } from '../../shared/result.ts'
import { alignClock } from '../api/core-clock.ts'
import { useRead } from '../api/queries.ts'
import { clearToasts } from '../design/toast.tsx'
import { LockedScreen } from '../features/setup/locked-screen.tsx'
import { RecoveryCodeContext } from '../features/setup/recovery-code.ts'
import type { RecoveryCode } from '../features/setup/recovery-code.ts'
import { RecoveryCodeScreen } from '../features/setup/recovery-code-screen.tsx'
import { TroubleScreen } from '../features/setup/trouble-screen.tsx'

/** The reads that the window itself rests on. */
const WINDOW_READS: ReadonlySet<unknown> = new Set(['setup.state', 'preferences.get'])

/**
 * Shows the desk when its store is open, and otherwise the one screen that says what is in the way.
 * A recovery code that was just made stays in sight until a person put it away, whatever else happens.
 */
export function DeskGate({ children }: { readonly children: ReactNode }) {
  const setup = useRead('setup.state', {})
  const [code, setCode] = useState<RecoveryCode | null>(null)
  const desk = setup.value?.state === 'ready' ? setup.value.desk : undefined
  useFreshDesk(desk)
  useEffect(() => {
    if (setup.value?.state === 'ready') alignClock(setup.value.nowMs)
  }, [setup.value])
  if (code) return <RecoveryCodeScreen code={code} onPutAway={() => setCode(null)} />
  if (setup.error) return <TroubleScreen desk="practice" hasOffice={false} error={setup.error} />
  if (!setup.value) return null
  switch (setup.value.state) {
    case 'ready':
      return (
        <RecoveryCodeContext key={setup.value.desk} value={setCode}>
          {children}
        </RecoveryCodeContext>
      )
    case 'locked':
      return <LockedScreen {...setup.value} />
    case 'trouble':
      return <TroubleScreen {...setup.value} />
    default:
      return assertNever(setup.value)
  }
}

/**
 * Nothing of one desk may be seen on the other, not even for a blink: its answers are dropped when the desk changes.
 * What draws the window itself is only asked again, so that the window stays.
 */
function useFreshDesk(desk: 'practice' | 'office' | undefined): void {
  const client = useQueryClient()
  const before = useRef<typeof desk>(undefined)
  useLayoutEffect(() => {
    document.documentElement.dataset['desk'] = desk ?? 'none'
  }, [desk])
  useEffect(() => {
    if (desk === undefined) return
    const isOther = before.current !== undefined && before.current !== desk
    before.current = desk
    if (!isOther) return
    clearToasts()
    void client.resetQueries({ predicate: (query) => !WINDOW_READS.has(query.queryKey[0]) })
    void client.invalidateQueries({ queryKey: ['preferences.get'] })
  }, [client, desk])
}
