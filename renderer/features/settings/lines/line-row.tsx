import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useWrite } from '../../../api/queries.ts'
import { Button } from '../../../design/button.tsx'
import { Notice } from '../../../design/notice.tsx'
import { groupPhone } from '../../../design/phone-text.ts'
import { useErrorText } from '../../../i18n/error-text.tsx'
import { useText } from '../../../i18n/use-text.ts'

type Line = OutputOf<'lines.save'>

/** One sending number: what it is, how fast it sends, and whether new messages leave by it. */
export function LineRow({ line, onEdit }: { readonly line: Line; readonly onEdit: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const makeDefault = useWrite('lines.setDefault')
  const words = useLineWords(line)
  return (
    <li className="od-line-row">
      <div>
        <p>
          <strong className="od-number">{groupPhone(line.number)}</strong> {line.name}
        </p>
        <p className="od-meta">{words.join(' · ')}</p>
        {makeDefault.error && (
          <Notice tone="brick" isAnswer>
            {errorText(makeDefault.error)}
          </Notice>
        )}
      </div>
      {!line.isDefault && (
        <Button kind="plain" isPending={makeDefault.isRunning} onPress={() => void makeDefault.run({ id: line.id })}>
          {text('lines.make_default')}
        </Button>
      )}
      <Button onPress={onEdit}>{text('common.edit')}</Button>
    </li>
  )
}

/** The line of an office that has entered no number yet. */
export function UnnumberedRow({ onEdit }: { readonly onEdit: () => void }) {
  const text = useText()
  return (
    <li className="od-line-row">
      <p>{text('lines.none')}</p>
      <Button onPress={onEdit}>{text('lines.enter')}</Button>
    </li>
  )
}

function useLineWords(line: Line): readonly string[] {
  const text = useText()
  const pace = line.dailyCap === null ? 'lines.pace' : 'lines.pace.cap'
  return [
    ...(line.isDefault ? [text('lines.default')] : []),
    text(`lines.class.${line.class}`),
    ...(line.campaignClass === null ? [] : [text(`lines.campaign.${line.campaignClass}`)]),
    text(pace, { rate: line.ratePerMin, cap: line.dailyCap }),
    ...(line.isOptOutAssistOn ? [text('lines.assist.on')] : []),
  ]
}
