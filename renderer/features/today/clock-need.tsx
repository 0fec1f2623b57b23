import { useState } from 'react'
import { useRead, useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { ConfirmDialog } from '../../design/dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { needLook } from './need-look.ts'

/**
 * This computer's date is older than one it has shown, or far ahead of it, and everything waits. It is put right outside
 * Optdesk; only who looked at a calendar says that it is right, and is asked once more, because hours and ends go by it.
 */
export function ClockNeed() {
  const text = useText()
  const moment = useMoment()
  const errorText = useErrorText()
  const question = useRead('queue.status', {}).value?.clockQuestion ?? null
  const trust = useWrite('queue.trustClock')
  const [isAsking, setAsking] = useState(false)
  const { icon: Icon, tone } = needLook('clock')
  if (question === null) return null
  const whole = (atMs: number) => `${moment.date(atMs)}, ${moment.time(atMs)}`
  const date = moment.date(question.showsMs)
  return (
    <li className="od-need">
      <span className="od-need-icon od-state" data-tone={tone}>
        <Icon size={20} aria-hidden />
      </span>
      <div className="od-need-words">
        <p className="od-need-title">{text('need.clock')}</p>
        <p className="od-meta">
          {text('need.clock.why', { shows: whole(question.showsMs), seen: whole(question.seenMs) })}
        </p>
        {trust.error && (
          <Notice tone="brick" isAnswer>
            {errorText(trust.error)}
          </Notice>
        )}
      </div>
      <Button isPending={trust.isRunning} onPress={() => setAsking(true)}>
        {text('need.clock.action')}
      </Button>
      <ConfirmDialog
        title={text('need.clock.title', { date })}
        isOpen={isAsking}
        confirmText={text('need.clock.confirm', { date })}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          void trust.run({})
        }}
      >
        <p>{text('need.clock.text')}</p>
        <p>{text('need.clock.text.else')}</p>
      </ConfirmDialog>
    </li>
  )
}
