import { Ban, CalendarX2, PhoneOff } from 'lucide-react'
import { textStateLook } from '../../design/state-look.ts'
import type { Look } from '../../design/state-look.ts'
import { StateWord } from '../../design/state-word.tsx'
import { useText } from '../../i18n/use-text.ts'

interface Verdict {
  readonly mayText: boolean
  readonly refusal: { readonly reason: string; readonly rule: string } | null
}

interface ReasonLook extends Look {
  /** Key of its short word. */
  readonly word: string
}

/** May this person be texted about the appointment: the word, and under it the sentence that says why not. */
export function VerdictWords({ verdict }: { readonly verdict: Verdict }) {
  const text = useText()
  if (verdict.mayText || verdict.refusal === null) {
    return <StateWord {...textStateLook('may_text')} word={text('state.may_text')} />
  }
  const { word, ...look } = reasonLook(verdict.refusal.reason)
  const sentence = text(`reason.${verdict.refusal.reason}`)
  return (
    <span className="od-verdict" title={sentence}>
      <StateWord {...look} word={text(word)} />
      <span className="od-meta od-clip">{sentence}</span>
    </span>
  )
}

function reasonLook(reason: string): ReasonLook {
  switch (reason) {
    case 'said_stop':
    case 'stopped_this_kind':
    case 'revoked':
      return { ...textStateLook('said_stop'), word: 'state.said_stop' }
    case 'perhaps_said_stop':
      return { ...textStateLook('perhaps_said_stop'), word: 'state.perhaps_said_stop' }
    case 'not_confirmed':
      return { ...textStateLook('not_confirmed'), word: 'state.not_confirmed' }
    case 'never_agreed':
    case 'not_for_this_purpose':
      return { ...textStateLook('did_not_agree'), word: 'state.did_not_agree' }
    case 'cancelled_appointment':
      return { icon: CalendarX2, tone: 'slate', word: 'verdict.cancelled' }
    case 'no_number':
    case 'number_not_valid':
      return { icon: PhoneOff, tone: 'slate', word: 'verdict.no_number' }
    default:
      return { icon: Ban, tone: 'slate', word: 'verdict.may_not' }
  }
}
