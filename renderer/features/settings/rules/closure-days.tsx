import { X } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Button } from '../../../design/button.tsx'
import { DateField } from '../../../design/date-field.tsx'
import { useMoment } from '../../../i18n/use-moment.ts'
import { useText } from '../../../i18n/use-text.ts'

/** The days on which the office is closed: offers rest on them. */
export function ClosureDays(props: {
  readonly days: readonly string[]
  readonly today: string
  readonly onChange: (days: readonly string[]) => void
}) {
  const text = useText()
  const moment = useMoment()
  const [day, setDay] = useState<string | null>(null)
  const add = () => {
    if (day !== null) props.onChange([...new Set([...props.days, day])].toSorted())
    setDay(null)
  }
  return (
    <>
      <div className="od-inline-field">
        <DateField label={text('rules.closures')} value={day} onChange={setDay} min={props.today} />
        <Button onPress={add} isDisabled={day === null}>
          {text('common.add')}
        </Button>
      </div>
      {props.days.length > 0 && (
        <ul className="od-chips">
          {props.days.map((closed) => (
            <li key={closed} className="od-chip">
              {moment.shortDay(closed)}
              <AriaButton
                className="od-icon-button od-icon-button-small"
                aria-label={text('rules.closures.take_off', { day: moment.longDay(closed) })}
                onPress={() => props.onChange(props.days.filter((other) => other !== closed))}
              >
                <X size={14} aria-hidden />
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
