import type { ReactNode } from 'react'
import { Mark } from '../../app/mark.tsx'
import '../../app/shell.css'
import './setup.css'

/** The frame of a screen that stands before the desk: locked, in trouble, or the recovery code. */
export function Door({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="od-door">
      <div>
        <div className="od-wordmark">
          <Mark />
          Optdesk
        </div>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
