import { CalendarDays, FileSpreadsheet } from 'lucide-react'
import { useRef } from 'react'
import { useMatch, useNavigate } from 'react-router'
import { Page } from '../../app/page-header.tsx'
import { paths } from '../../app/paths.ts'
import { useIntent } from '../../app/use-intent.ts'
import { Button } from '../../design/button.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { FileButton } from '../../design/file-button.tsx'
import { Notice } from '../../design/notice.tsx'
import { PageDrop } from '../../design/page-drop.tsx'
import { SplitPane } from '../../design/split-pane.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { useSamples } from '../samples/use-samples.ts'
import { BroadcastDetail } from './broadcast-detail.tsx'
import { DayDetail } from './day-detail.tsx'
import './schedule.css'
import { ScheduleList } from './schedule-list.tsx'
import { SheetPage } from './sheet-page.tsx'
import { useSheet } from './use-sheet.ts'

const ACCEPTED = ['.csv', 'text/csv', '.txt'] as const

/** The days with their appointments, the messages sent to many, and the way to bring in a day sheet. */
export function SchedulePage() {
  const text = useText()
  const errorText = useErrorText()
  const sheet = useSheet()
  const chooser = useRef<HTMLDivElement>(null)
  useIntent('add', () => chooser.current?.querySelector('button')?.click())
  const open = (files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[]) => {
    const [file] = files
    if (file) void sheet.open(file)
  }
  const samples = useSamples()
  const openSample = samples && (async () => open([await samples.daySheet()].filter((file) => file !== undefined)))
  const add = (
    <div ref={chooser}>
      <FileButton buttonText={text('command.add_day_sheet')} accept={ACCEPTED} onFiles={open} />
    </div>
  )
  return (
    <Page title={text('place.schedule')} actions={add}>
      <PageDrop words={text('schedule.drop')} onFiles={open}>
        <div className="od-schedule">
          {sheet.openError && (
            <div className="od-schedule-trouble">
              <Notice tone="brick" isAnswer>
                {errorText(sheet.openError)}
              </Notice>
            </div>
          )}
          {sheet.preview ? <SheetPage sheet={sheet} preview={sheet.preview} /> : <Days onSample={openSample} />}
        </div>
      </PageDrop>
    </Page>
  )
}

function Days({ onSample }: { readonly onSample: (() => Promise<void>) | null }) {
  const text = useText()
  const broadcastId = useMatch('/schedule/broadcasts/:id')?.params.id
  const day = useMatch('/schedule/:day')?.params.day
  return (
    <SplitPane
      listLabel={text('schedule.list')}
      detailLabel={text('schedule.detail')}
      list={<ScheduleList day={day ?? null} broadcastId={broadcastId ?? null} />}
      detail={
        broadcastId !== undefined ? (
          <BroadcastDetail key={broadcastId} id={broadcastId} />
        ) : day !== undefined ? (
          <DayDetail key={day} isoDay={day} />
        ) : (
          <NothingChosen onSample={onSample} />
        )
      }
    />
  )
}

function NothingChosen({ onSample }: { readonly onSample: (() => Promise<void>) | null }) {
  const text = useText()
  const navigate = useNavigate()
  return (
    <EmptyState
      icon={CalendarDays}
      title={text('schedule.none_chosen')}
      action={
        <div className="od-schedule-start">
          <Button
            icon={FileSpreadsheet}
            onPress={() => void navigate(paths.schedule, { state: { intent: 'add' }, replace: true })}
          >
            {text('command.add_day_sheet')}
          </Button>
          {onSample && (
            <Button kind="plain" onPress={() => void onSample()}>
              {text('schedule.use_sample')}
            </Button>
          )}
        </div>
      }
    >
      {text('schedule.none_chosen.text')}
    </EmptyState>
  )
}
