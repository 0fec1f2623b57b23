import type { ReactNode } from 'react'
import { groupPhone } from './phone-text.ts'

/** A person's name or words: hidden on the screen while counter privacy is on. */
export function PrivateText({ children }: { readonly children: ReactNode }) {
  return <span className="od-private">{children}</span>
}

/** A phone number, grouped the one way numbers are grouped in Optdesk; hidden while counter privacy is on. */
export function PhoneNumber({ e164 }: { readonly e164: string }) {
  return <span className="od-number od-private">{groupPhone(e164)}</span>
}
