import type { ReactNode } from 'react'
import { useRead } from '../../api/queries.ts'
import { useErrorText } from '../../i18n/error-text.tsx'
import type { CheckDraft } from './check-draft.ts'
import { hasUnreadable } from './reading-slots.ts'

/** What is wrong or odd with the lines of a sheet before anything is saved. */
export interface LineChecks {
  readonly phone: ReactNode
  readonly email: ReactNode
  readonly date: ReactNode
  readonly emailDoubt: { readonly ending: string; readonly meant: string | null } | null
  /** The first person who is known under the address. */
  readonly knownByEmail: string | undefined
}

/** Asks the core about number, address and date as they stand on the lines of a sheet that was read. */
export function useLineChecks(draft: CheckDraft, formVersionId: string | null): LineChecks {
  const errorText = useErrorText()
  const { taken } = draft
  const whole = (field: 'phone' | 'email'): string =>
    taken && !hasUnreadable(taken.slots[field]) ? draft[field].trim() : ''
  const [phone, email] = [whole('phone').slice(0, 40), whole('email').slice(0, 254)]
  const checked = useRead(
    'forms.checkTyped',
    { formVersionId, phone, email, signedOn: draft.signedOn },
    { isOff: taken === null, keepsOlder: true },
  ).value
  const isAddress = /^\S+@\S+\.\S+$/.test(email)
  const found = useRead('people.search', { text: email, after: null, limit: 1 }, { isOff: !isAddress }).value
  return {
    phone: checked?.phone ? errorText(checked.phone) : undefined,
    email: checked?.email ? errorText(checked.email) : undefined,
    date: checked?.date ? errorText(checked.date) : undefined,
    emailDoubt: checked?.emailDoubt ?? null,
    knownByEmail: isAddress ? found?.people[0]?.displayName : undefined,
  }
}
