import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { useKeptDraft } from '../../app/kept-draft.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { DataGrid } from '../../design/data-grid.tsx'
import type { GridColumn } from '../../design/data-grid.tsx'
import { Notice } from '../../design/notice.tsx'
import { PrivateText } from '../../design/private-text.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { COMPOSE_DRAFT, EMPTY_COMPOSE } from '../compose/compose-draft.ts'
import { VerdictWords } from './verdict-words.tsx'

type Appointment = OutputOf<'appointments.onDay'>['appointments'][number]

/** One day: who comes when, who may be texted and who not and why; and the way to write to them. */
export function DayDetail({ isoDay }: { readonly isoDay: string }) {
  const text = useText()
  const errorText = useErrorText()
  const moment = useMoment()
  const navigate = useNavigate()
  const day = useRead('appointments.onDay', { isoDay })
  const columns = useColumns()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const write = useWriteTo(isoDay)
  usePageCommand('page.primary', () => write(selected))
  if (day.error) return <Notice tone="brick">{errorText(day.error)}</Notice>
  if (!day.value) return <Skeleton />
  const { appointments, mayTextCount } = day.value
  return (
    <div className="od-day-detail">
      <header className="od-detail-head">
        <div>
          <h2>{moment.longDay(isoDay)}</h2>
          <p className="od-meta">{text('schedule.day.counts', { count: appointments.length, may: mayTextCount })}</p>
        </div>
        <Button kind="primary" icon={MessageSquarePlus} keys="Mod+Enter" onPress={() => write(selected)}>
          {selected.size === 0 ? text('schedule.write_all') : text('schedule.write_some', { count: selected.size })}
        </Button>
      </header>
      <DataGrid
        label={text('schedule.appointments')}
        columns={columns}
        rows={appointments}
        idOf={({ id }) => id}
        textOf={({ displayName }) => displayName}
        rowHeight={52}
        selectedIds={selected}
        onSelect={setSelected}
        onOpen={(id) => {
          const appointment = appointments.find((one) => one.id === id)
          if (appointment) void navigate(paths.person(appointment.personId))
        }}
      />
    </div>
  )
}

/** Goes to Compose with these people; what was written there already stays. */
function useWriteTo(isoDay: string): (selected: ReadonlySet<string>) => void {
  const navigate = useNavigate()
  const { change } = useKeptDraft(COMPOSE_DRAFT, EMPTY_COMPOSE)
  return (selected) => {
    const appointmentIds = selected.size === 0 ? null : [...selected]
    change((before) => ({ ...before, audience: { kind: 'appointments', isoDay, appointmentIds } }))
    void navigate(paths.compose)
  }
}

function useColumns(): readonly GridColumn<Appointment>[] {
  const text = useText()
  const moment = useMoment()
  return [
    {
      id: 'time',
      header: text('schedule.column.time'),
      width: 88,
      cell: (row) => <span className="od-number">{moment.time(row.startsAtMs)}</span>,
    },
    {
      id: 'person',
      header: text('schedule.column.person'),
      width: '3fr',
      isRowHeader: true,
      cell: (row) => (
        <span className="od-clip od-thread-name">
          <PrivateText>{row.displayName}</PrivateText>
        </span>
      ),
    },
    {
      id: 'visit',
      header: text('schedule.column.visit'),
      width: '3fr',
      cell: (row) => (
        <span className="od-visit">
          <span className="od-clip">{row.provider}</span>
          <span className="od-meta od-clip">{row.isCancelled ? text('schedule.cancelled') : row.visitType}</span>
        </span>
      ),
    },
    {
      id: 'verdict',
      header: text('schedule.column.verdict'),
      width: '5fr',
      cell: (row) => <VerdictWords verdict={row} />,
    },
  ]
}
