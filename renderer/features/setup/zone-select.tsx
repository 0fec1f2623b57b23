import { Select } from '../../design/select.tsx'
import { useText } from '../../i18n/use-text.ts'
import { US_ZONES } from './us-zones.ts'

/** Chooses the time zone of the practice; a zone from elsewhere that is already set stays offered. */
export function ZoneSelect(props: { readonly value: string; readonly onChange: (zone: string) => void }) {
  const text = useText()
  const known: readonly string[] = US_ZONES
  const zones = known.includes(props.value) ? known : [...known, props.value]
  const choices = zones.map((zone) => ({ value: zone, text: known.includes(zone) ? text(`zone.${zone}`) : zone }))
  return (
    <Select
      label={text('practice.zone')}
      hint={text('practice.zone.hint')}
      choices={choices}
      value={props.value}
      onChange={props.onChange}
    />
  )
}
