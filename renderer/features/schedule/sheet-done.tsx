import { CircleCheck } from 'lucide-react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import type { SheetPreview } from './sheet-mapping.ts'

/** What an import did, and the way on: to the day, or to writing to its people. */
export function SheetDone(props: {
  readonly done: OutputOf<'daySheets.import'>
  readonly preview: SheetPreview
  readonly onClose: () => void
}) {
  const text = useText()
  const moment = useMoment()
  const navigate = useNavigate()
  const { done, preview } = props
  const day = preview.days[0]?.isoDay
  const go = (path: string) => {
    props.onClose()
    void navigate(path)
  }
  const write = () => go(day === undefined ? paths.compose : paths.composeToDay(day))
  usePageCommand('page.primary', write)
  return (
    <section className="od-sent" role="status">
      <CircleCheck size={20} aria-hidden />
      <h2>{text('sheet.done', { count: done.added + done.updated + done.unchanged })}</h2>
      <p>
        {text('sheet.done.parts', {
          added: done.added,
          updated: done.updated,
          unchanged: done.unchanged,
          refused: done.refused,
          people: done.newPeople,
        })}
      </p>
      <p className="od-sent-what">{text('sheet.done.may', { may: preview.mayTextCount })}</p>
      <div className="od-sent-ways">
        <Button kind="primary" keys="Mod+Enter" onPress={write}>
          {text('schedule.write_all')}
        </Button>
        <Button onPress={() => go(day === undefined ? paths.schedule : paths.day(day))}>
          {day === undefined ? text('place.schedule') : text('sheet.done.show', { day: moment.longDay(day) })}
        </Button>
      </div>
    </section>
  )
}
