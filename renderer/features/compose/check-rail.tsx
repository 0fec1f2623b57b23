import { useIntl } from 'react-intl'
import { suggestGsm } from '../../../shared/domain/message-body.ts'
import { Button } from '../../design/button.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'
import { withPictureWords } from '../attachments/attachment.ts'
import { MediaCheck } from '../attachments/media-check.tsx'
import { CheckRow } from './check-row.tsx'
import type { Preview } from './compose-draft.ts'
import { HoursCheck } from './hours-check.tsx'
import type { Compose } from './use-compose.ts'

/** The checks that turn from open to settled while one writes: consent, hours, parts and cost, content. */
export function CheckRail({ compose }: { readonly compose: Compose }) {
  const text = useText()
  const { draft, preview, change } = compose
  const hasContent = draft.body.trim() !== '' || draft.attachments.length > 0
  return (
    <section className="od-rail" aria-label={text('compose.checks')}>
      <h2>{text('compose.checks')}</h2>
      <ul>
        <ConsentCheck preview={preview} purpose={draft.purpose} />
        <WordsCheck preview={preview} isWritten={hasContent} />
        <MediaCheck
          attachments={draft.attachments}
          body={withPictureWords(draft.body, draft.attachments)}
          problems={preview?.problems ?? []}
        />
        <HoursCheck preview={preview} perDay={draft.perDay} />
        <PartsCheck
          preview={preview}
          body={draft.body}
          isMms={draft.attachments.length > 0}
          onPlain={(body) => change({ body })}
        />
        <ContentCheck preview={preview} isWritten={hasContent} />
      </ul>
    </section>
  )
}

interface CheckProps {
  readonly preview: Preview | undefined
}

function ConsentCheck({ preview, purpose }: CheckProps & { readonly purpose: string }) {
  const text = useText()
  const count = preview?.recipientCount ?? 0
  const left = preview?.leftOutCount ?? 0
  if (!preview)
    return (
      <CheckRow {...{ title: text('compose.check.consent'), state: 'open' }}>
        {text('compose.check.consent.open')}
      </CheckRow>
    )
  return (
    <CheckRow title={text('compose.check.consent')} state={count > 0 ? 'settled' : 'look'}>
      {text('compose.check.consent.words', { count, left, purpose })}
    </CheckRow>
  )
}

function WordsCheck({ preview, isWritten }: CheckProps & { readonly isWritten: boolean }) {
  const text = useText()
  const errorText = useErrorText()
  // Nobody to write to is said by the check of consent; a reason that is missing, beside its field.
  const problems = (preview?.problems ?? []).filter(
    ({ code }) => !['body_empty', 'nobody_left', 'invalid_input'].includes(code) && !code.startsWith('media_'),
  )
  const empty = (preview?.emptyFields ?? []).map((some) => ({ code: 'merge_field_empty', ...some }))
  const found = [...problems, ...empty]
  const title = text('compose.check.words')
  if (isWritten && found.length > 0)
    return (
      <CheckRow title={title} state="look">
        {found.map((problem, place) => (
          <p key={`${problem.code} ${place}`}>{errorText(problem)}</p>
        ))}
      </CheckRow>
    )
  // Without anybody who gets it there is nobody for whom a field could be filled.
  const settled = isWritten && preview !== undefined && preview.recipientCount > 0
  const open = isWritten ? 'compose.check.words.nobody' : 'compose.check.words.open'
  return (
    <CheckRow title={title} state={settled ? 'settled' : 'open'}>
      {text(settled ? 'compose.check.words.settled' : open)}
    </CheckRow>
  )
}

function PartsCheck({
  preview,
  body,
  isMms,
  onPlain,
}: CheckProps & { readonly body: string; readonly isMms: boolean; readonly onPlain: (body: string) => void }) {
  const text = useText()
  const intl = useIntl()
  const title = text('compose.check.parts')
  if (!preview || preview.segmentsTotal === 0 || (body.trim() === '' && !isMms))
    return (
      <CheckRow title={title} state="open">
        {text('compose.check.parts.open')}
      </CheckRow>
    )
  const cost = intl.formatNumber(preview.costMicros / 1_000_000, { style: 'currency', currency: 'USD' })
  if (isMms)
    return (
      <CheckRow title={title} state="settled">
        {text('media.cost', { count: preview.recipientCount, cost })}
      </CheckRow>
    )
  const plain = suggestGsm(body)
  const characters = preview.outsiders.slice(0, 8).join(' ')
  return (
    <CheckRow title={title} state={preview.outsiders.length > 0 ? 'look' : 'settled'}>
      <p>{text('compose.check.parts.words', { most: preview.segmentsMax, total: preview.segmentsTotal, cost })}</p>
      {preview.outsiders.length > 0 && <p>{text('compose.check.parts.outsiders', { characters })}</p>}
      {plain !== body && <Button onPress={() => onPlain(plain)}>{text('compose.check.parts.plain')}</Button>}
    </CheckRow>
  )
}

function ContentCheck({ preview, isWritten }: CheckProps & { readonly isWritten: boolean }) {
  const text = useText()
  const drawn = useDrawnText()
  const title = text('compose.check.content')
  if (!preview || !isWritten)
    return (
      <CheckRow title={title} state="open">
        {text('compose.check.content.open')}
      </CheckRow>
    )
  const isFine = preview.advice.every(({ code }) => code === 'opt_out_line_added')
  return (
    <CheckRow title={title} state={isFine ? 'settled' : 'look'}>
      {isFine && <p>{text('compose.check.content.settled')}</p>}
      {preview.advice.map(({ code, found }) => (
        <p key={`${code} ${found}`}>{drawn(`compose.advice.${code}`, { found: <PrivateText>{found}</PrivateText> })}</p>
      ))}
    </CheckRow>
  )
}
