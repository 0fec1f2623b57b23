import { RadioGroup } from '../../design/radio-group.tsx'
import { Select } from '../../design/select.tsx'
import { useText } from '../../i18n/use-text.ts'
import { assignColumn, columnAt, SHEET_COLUMNS } from './sheet-mapping.ts'
import type { SheetColumn, SheetMapping, SheetPreview } from './sheet-mapping.ts'

const UNUSED = 'unused'

/** What each column of the file holds: a choice over its heading and its first values. */
export function SheetColumns(props: {
  readonly preview: SheetPreview
  readonly isBusy: boolean
  readonly onChange: (mapping: SheetMapping, dateOrder: SheetPreview['dateOrder']) => void
}) {
  const text = useText()
  const { preview, onChange } = props
  const { columns, mapping, dateOrder } = preview
  const choices = [UNUSED, ...SHEET_COLUMNS].map((value) => ({ value, text: text(`sheet.column.${value}`) }))
  return (
    <section aria-label={text('sheet.columns')} className="od-sheet-mapping">
      <div className="od-sheet-mapping-scroll" tabIndex={0} role="group" aria-label={text('sheet.columns')}>
        <ul className="od-sheet-columns">
          {columns.map((column, place) => {
            const held = columnAt(mapping, place)
            return (
              <li key={place} data-unused={held === null}>
                <Select
                  label={text('sheet.column.label', { name: column.name })}
                  isLabelHidden
                  choices={choices}
                  value={held ?? UNUSED}
                  onChange={(value) =>
                    onChange(assignColumn(mapping, place, value === UNUSED ? null : (value as SheetColumn)), dateOrder)
                  }
                />
                <strong className="od-clip">{column.name}</strong>
                {column.samples.slice(0, 2).map((sample) => (
                  <span key={sample} className="od-clip od-private">
                    {sample}
                  </span>
                ))}
              </li>
            )
          })}
        </ul>
      </div>
      <RadioGroup
        label={text('sheet.date_order')}
        choices={(['month_first', 'day_first'] as const).map((value) => ({
          value,
          text: text(`sheet.date_order.${value}`),
        }))}
        value={dateOrder}
        onChange={(order) => onChange(mapping, order)}
      />
    </section>
  )
}
