import { STOP_CHOICES } from '../../../shared/domain/stop-scope.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { Notice } from '../../design/notice.tsx'
import { RadioGroup } from '../../design/radio-group.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { StopListFields } from './stop-list-fields.tsx'

/** What a STOP ends, and the list of those who said it. */
export function OptOutFields() {
  const text = useText()
  const errorText = useErrorText()
  const moment = useMoment()
  const settings = useRead('optOuts.settings', {}).value
  const choose = useWrite('optOuts.choose')
  if (!settings) return null
  const until = { date: moment.date(Date.parse(`${settings.everythingFrom}T12:00Z`)) }
  return (
    <>
      <RadioGroup
        label={text('opt_outs.stop_ends')}
        hint={text(settings.mayEndOnePurpose ? 'opt_outs.stop_ends.hint' : 'opt_outs.stop_ends.over', until)}
        choices={STOP_CHOICES.map((value) => ({ value, text: text(`opt_outs.stop_ends.${value}`) }))}
        value={settings.stopEnds}
        onChange={(stopEnds) => void choose.run({ stopEnds })}
      />
      {choose.error && (
        <Notice tone="brick" isAnswer>
          {errorText(choose.error)}
        </Notice>
      )}
      <StopListFields stoppedNumbers={settings.stoppedNumbers} />
    </>
  )
}
