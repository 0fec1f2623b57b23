import { useEffect, useRef } from 'react'
import { useRead } from '../../api/queries.ts'
import { Page } from '../../app/page-header.tsx'
import { useNow } from '../../app/use-now.ts'
import { Notice } from '../../design/notice.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { WelcomeLine } from '../setup/welcome-line.tsx'
import { DayLine } from './day-line.tsx'
import { Needs } from './needs.tsx'
import './today.css'

/** What needs a person now, most urgent first; beside it the day as a line. */
export function TodayPage() {
  const text = useText()
  const errorText = useErrorText()
  const moment = useMoment()
  const today = useRead('today.get', {})
  useTheClock(today.again)
  const day = today.value
  return (
    <Page title={text('place.today')} meta={day && moment.longDay(day.isoDay)}>
      <div className="od-today">
        <WelcomeLine />
        <div className="od-today-main">
          {today.error && <Notice tone="brick">{errorText(today.error)}</Notice>}
          {day ? <Needs day={day} /> : <Skeleton />}
          {day && day.sentToday > 0 && (
            <p className="od-today-sum">{text('today.sum', { sent: day.sentToday, delivered: day.deliveredToday })}</p>
          )}
        </div>
        {day && <DayLine day={day} />}
      </div>
    </Page>
  )
}

/** Time passes without anything having changed: the line of the day moves on, and at midnight the day does. */
function useTheClock(readAgain: () => void): void {
  const nowMs = useNow()
  const latest = useRef(readAgain)
  const drawnAtMs = useRef(nowMs)
  useEffect(() => {
    latest.current = readAgain
  })
  useEffect(() => {
    if (nowMs !== drawnAtMs.current) latest.current()
    drawnAtMs.current = nowMs
  }, [nowMs])
}
