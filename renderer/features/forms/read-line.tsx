import { useRef } from 'react'
import { around } from '../../../shared/domain/rect-mm.ts'
import type { CSSProperties, ReactNode } from 'react'
import { Input, TextField } from 'react-aria-components'
import type { RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
import { FieldFoot, FieldLabel } from '../../design/field-parts.tsx'
import { useText } from '../../i18n/use-text.ts'
import { OtherCharacters } from './other-characters.tsx'
import { PageCrop } from './page-crop.tsx'
import { isDoubtful, slotText, UNREADABLE } from './reading-slots.ts'
import type { RowKind, Slot } from './reading-slots.ts'
import type { StraightPage } from './straight-page.ts'
import { useReadLine } from './use-read-line.ts'

/** Above and below a cell, because no hand stays within it. */
const CROP_MARGIN_MM = 0.8
/** The widest row of cells that is printed. */
const MOST_CELLS = 26

/**
 * One answer as it is written on paper, cell by cell, and directly under it the same characters as they were read. Tab stops
 * at what is doubtful alone; arrows lead to any line; what else a character may be stands under it with its key.
 */
export function ReadLine(props: {
  readonly label: string
  readonly kind: RowKind
  readonly slots: readonly Slot[]
  readonly cells: readonly RectMm[]
  readonly page: StraightPage
  /** Width of one character in CSS pixels. */
  readonly pitch: number
  readonly onChange: (slots: readonly Slot[]) => void
  readonly error?: ReactNode
  readonly hint?: ReactNode
}) {
  const text = useText()
  const { slots, cells, page } = props
  const input = useRef<HTMLInputElement>(null)
  const line = useReadLine(input, props)
  const pitch = Math.min(props.pitch, (props.pitch * MOST_CELLS) / Math.max(slots.length, 1))
  const height = Math.round(pitch * 1.5)
  const pieces = slots.flatMap(({ cell }, place) => {
    const rect = cell === null ? undefined : cells[cell]
    return rect ? [{ from: tall(rect), x: place * pitch, width: pitch }] : []
  })
  const doubts = slots.filter(isDoubtful).length
  const value = slotText(slots)
  return (
    <TextField
      className="od-field od-read-line"
      value={value}
      onChange={line.type}
      isInvalid={props.error !== undefined}
      excludeFromTabOrder={doubts === 0}
      autoComplete="off"
      spellCheck="false"
    >
      <FieldLabel label={props.label} extra={doubts > 0 ? text('forms.read.doubts', { count: doubts }) : undefined} />
      <div className="od-read-pair" style={{ '--pitch': `${pitch}px` } as CSSProperties}>
        <PageCrop
          page={page}
          pieces={pieces}
          width={Math.max(slots.length, 1) * pitch}
          height={height}
          label={text('forms.read.ink', { field: props.label })}
        />
        <div className="od-read-box">
          <div className="od-read-marks" aria-hidden>
            {slots.map(({ need }, place) => (
              // A place of the line is its number.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={place} data-need={need} data-at={line.at === place || undefined} />
            ))}
          </div>
          <Input ref={input} className="od-read-input od-private" {...line.inputProps} />
        </div>
        {line.at !== undefined && (
          <OtherCharacters
            slot={slots[line.at]}
            left={line.at * pitch}
            keys={line.otherKeys}
            onTake={(other) => line.take(other)}
          />
        )}
      </div>
      {value.includes(UNREADABLE) ? (
        <FieldFoot error={text('forms.read.unreadable', { sign: UNREADABLE })} />
      ) : (
        <FieldFoot error={props.error} hint={props.hint} />
      )}
    </TextField>
  )
}

function tall(cell: RectMm): RectMm {
  const { yMm, heightMm } = around(cell, CROP_MARGIN_MM)
  return { ...cell, yMm, heightMm }
}
