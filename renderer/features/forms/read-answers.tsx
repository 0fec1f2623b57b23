import { Check, CircleHelp, Minus, X } from 'lucide-react'
import { around } from '../../../shared/domain/rect-mm.ts'
import type { LucideIcon } from 'lucide-react'
import { useRef } from 'react'
import { signatureMark } from '../../../shared/domain/checked-field.ts'
import type { BoxReading, SignatureReading } from '../../../shared/domain/form-reading.ts'
import { StateWord } from '../../design/state-word.tsx'
import type { Tone } from '../../design/state-look.ts'
import { YesNo } from '../../design/yes-no.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { FormPurpose } from './check-draft.ts'
import { PlaceCrop } from './page-crop.tsx'
import { Line } from './read-fields.tsx'
import type { ReadPart } from './read-fields.tsx'
import { useSignedDay } from './use-signed-day.ts'

/** Around a box, so that a tick that leaves it is seen whole. */
const BOX_MARGIN_MM = 3
const SIGNATURE_MARGIN_MM = 1.5

type Mark = 'ticked' | 'empty' | 'unclear' | 'signed' | 'not_signed'
const LOOK: Readonly<Record<Mark, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  ticked: { icon: Check, tone: 'slate' },
  signed: { icon: Check, tone: 'slate' },
  empty: { icon: Minus, tone: 'slate' },
  not_signed: { icon: X, tone: 'unsure' },
  unclear: { icon: CircleHelp, tone: 'unsure' },
}

/** One box: its picture enlarged, what the machine saw in it, and Yes and No, neither of them pressed. */
export function ReadConsentRow(
  props: Pick<ReadPart, 'sheet' | 'page'> & {
    readonly purpose: FormPurpose
    readonly sentence: string
    readonly value: boolean | null
    readonly onChange: (isAgreed: boolean) => void
  },
) {
  const text = useText()
  const { purpose, sheet, page } = props
  const title = text(`purpose.${purpose}`)
  const place = sheet.places.boxes[purpose]
  return (
    <div className="od-consent-row od-read-row" data-check={purpose} data-place={purpose}>
      {place && (
        <PlaceCrop
          page={page}
          place={around(place, BOX_MARGIN_MM)}
          width={64}
          label={text('forms.read.ink', { field: title })}
        />
      )}
      <div className="od-read-what">
        <h2 className="od-consent-title">{title}</h2>
        <BoxWord box={sheet.reading.boxes[purpose]} />
        <blockquote className="od-printed">{props.sentence}</blockquote>
      </div>
      <YesNo label={text('forms.box.question', { box: title })} value={props.value} onChange={props.onChange} />
    </div>
  )
}

function BoxWord({ box }: { readonly box: BoxReading | undefined }) {
  const text = useText()
  if (!box) return null
  const word = text(`forms.box.${box.mark}`)
  const why = box.doubt === null ? null : text(`forms.box.doubt.${box.doubt}`)
  return <StateWord {...LOOK[box.mark]} word={why === null ? word : text('forms.box.why', { word, why })} />
}

/** The signature: its picture, whether something stands there, and whether a person says so too. */
export function ReadSignature({ sheet, page, draft, change }: ReadPart) {
  const text = useText()
  return (
    <div className="od-consent-row od-read-signature" data-check="signature" data-place="signature">
      <div className="od-read-what">
        <h2 className="od-consent-title">{text('forms.signed')}</h2>
        <SignatureWord signature={sheet.reading.signature} />
        <PlaceCrop
          page={page}
          place={around(sheet.places.signature, SIGNATURE_MARGIN_MM)}
          width={300}
          label={text('forms.read.ink', { field: text('forms.open.signature') })}
        />
      </div>
      <YesNo label={text('forms.signed')} value={draft.isSigned} onChange={(isSigned) => change({ isSigned })} />
    </div>
  )
}

function SignatureWord({ signature }: { readonly signature: SignatureReading }) {
  const text = useText()
  const mark = signatureMark(signature)
  return <StateWord {...LOOK[mark]} word={text(`forms.signature.${mark}`)} />
}

/** The date under its ink, and a person who says that it is right. */
export function ReadDate(props: ReadPart) {
  const text = useText()
  const { draft, change, taken, errorAt, checks } = props
  const day = useSignedDay(draft.signedOn)
  const row = useRef<HTMLDivElement>(null)
  const answer = (isDateRight: boolean) => {
    change({ taken: { ...taken, isDateRight } })
    // A date that is wrong is put right at once.
    if (!isDateRight) requestAnimationFrame(() => row.current?.querySelector('input')?.focus())
  }
  const isNoDay = draft.signedOn === null && taken.slots.signedOn.length > 0
  return (
    <div ref={row} className="od-consent-row od-read-date" data-check="date">
      <Line
        {...props}
        field="signedOn"
        label={text('forms.signed_on')}
        error={errorAt('date') ?? checks.date ?? (isNoDay ? text('forms.read.no_day') : undefined)}
        hint={day}
      />
      {draft.signedOn !== null && (
        <YesNo label={text('forms.date_right', { day: day ?? '' })} value={taken.isDateRight} onChange={answer} />
      )}
    </div>
  )
}
