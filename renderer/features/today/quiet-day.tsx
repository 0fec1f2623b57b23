import { CircleCheck, FilePlus2, MessageSquarePlus } from 'lucide-react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'

/** What Today says when nothing needs anybody: what will happen by itself, and what one might start. */
export function QuietDay({ day }: { readonly day: OutputOf<'today.get'> }) {
  const text = useText()
  const moment = useMoment()
  const navigate = useNavigate()
  const next = day.line.find((item) => item.kind !== 'appointment' && item.atMs >= day.nowMs)
  return (
    <section className="od-quiet">
      <h2 className="od-quiet-words">
        <CircleCheck size={20} aria-hidden />
        {text('today.quiet')}
      </h2>
      <p>
        {next
          ? text('today.quiet.next', { count: next.count, time: moment.when(next.atMs, day.nowMs) })
          : text('today.quiet.nothing')}
      </p>
      <div className="od-form-actions">
        <Button icon={FilePlus2} keys="f" onPress={() => void navigate(paths.forms, { state: { intent: 'add' } })}>
          {text('command.add_form')}
        </Button>
        <Button
          icon={MessageSquarePlus}
          keys="n"
          onPress={() => void navigate(paths.compose, { state: { intent: 'new' } })}
        >
          {text('command.new_message')}
        </Button>
      </div>
    </section>
  )
}
