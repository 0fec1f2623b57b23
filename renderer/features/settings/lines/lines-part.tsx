import { useState } from 'react'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useRead } from '../../../api/queries.ts'
import { Button } from '../../../design/button.tsx'
import { useText } from '../../../i18n/use-text.ts'
import { LineDialog } from './line-dialog.tsx'
import { LineRow, UnnumberedRow } from './line-row.tsx'

type Line = OutputOf<'lines.save'>

/** The office's sending numbers. An office begins with a line that has no number yet. */
export function LinesPart() {
  const text = useText()
  const lines = useRead('lines.list', {}).value?.lines
  const [edited, setEdited] = useState<Line | 'new' | null>(null)
  if (!lines) return null
  const isUnnumbered = lines.some(({ number }) => number === '')
  return (
    <>
      <ul className="od-lines">
        {lines.map((line) =>
          line.number === '' ? (
            <UnnumberedRow key={line.id} onEdit={() => setEdited(line)} />
          ) : (
            <LineRow key={line.id} line={line} onEdit={() => setEdited(line)} />
          ),
        )}
      </ul>
      {!isUnnumbered && (
        <div className="od-form-actions">
          <Button onPress={() => setEdited('new')}>{text('lines.add')}</Button>
        </div>
      )}
      {edited !== null && <LineDialog line={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}
