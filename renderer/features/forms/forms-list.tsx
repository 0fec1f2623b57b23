import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { assertNever } from '../../../shared/result.ts'
import { paths } from '../../app/paths.ts'
import { useNow } from '../../app/use-now.ts'
import { DataGrid } from '../../design/data-grid.tsx'
import type { GridColumn } from '../../design/data-grid.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { ReadingWord } from './reading-word.tsx'

type FormRow = OutputOf<'forms.list'>['forms'][number]

/** The sheets of one state. Enter or a press opens one. */
export function FormsList(props: {
  readonly forms: readonly FormRow[]
  readonly state: FormRow['state']
  readonly label: string
}) {
  const { forms, state, label } = props
  const navigate = useNavigate()
  const columns = useFormColumns(state)
  return (
    <DataGrid
      label={label}
      columns={columns}
      rows={forms}
      idOf={(form) => form.id}
      textOf={(form) => form.name}
      rowHeight={40}
      onOpen={(id) => void navigate(paths.form(id))}
    />
  )
}

function useFormColumns(state: FormRow['state']): readonly GridColumn<FormRow>[] {
  const text = useText()
  const moment = useMoment()
  const now = useNow()
  const file: GridColumn<FormRow> = {
    id: 'name',
    header: text('forms.column.file'),
    width: '3fr',
    isRowHeader: true,
    cell: (form) => (
      <span className="od-clip">
        <PrivateText>{form.name}</PrivateText>
      </span>
    ),
  }
  const page: GridColumn<FormRow> = {
    id: 'page',
    header: text('forms.column.page'),
    width: 120,
    cell: (form) => (
      <span className="od-number">{text('forms.place', { place: form.pageNo, total: form.pageCount })}</span>
    ),
  }
  const added: GridColumn<FormRow> = {
    id: 'added',
    header: text('forms.column.added'),
    width: 200,
    cell: (form) => <span className="od-number">{moment.when(form.addedAtMs, now)}</span>,
  }
  const person: GridColumn<FormRow> = {
    id: 'person',
    header: text('forms.column.person'),
    width: '3fr',
    cell: (form) => (
      <span className="od-clip od-thread-name">
        <PrivateText>{form.personName}</PrivateText>
      </span>
    ),
  }
  const reason: GridColumn<FormRow> = {
    id: 'reason',
    header: text('forms.column.reason'),
    width: '3fr',
    cell: (form) => <span className="od-clip">{text(`forms.reason.${form.setAsideReason ?? 'other'}`)}</span>,
  }
  const reading: GridColumn<FormRow> = {
    id: 'reading',
    header: text('forms.column.reading'),
    width: '2fr',
    cell: (form) => <ReadingWord form={form} />,
  }
  switch (state) {
    case 'to_check':
      return [file, reading, page, added]
    case 'accepted':
      return [person, file, page, added]
    case 'set_aside':
      return [file, reason, page, added]
    default:
      return assertNever(state)
  }
}
