import { Link } from 'react-router'
import { mediaFit, messageBytes } from '../../../shared/domain/media-limits.ts'
import { useRead } from '../../api/queries.ts'
import { paths } from '../../app/paths.ts'
import { useErrorText } from '../../i18n/error-text.tsx'
import type { ErrorFacts } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { CheckRow } from '../compose/check-row.tsx'
import type { Attachment } from './attachment.ts'
import { useSizeText } from './use-size-text.ts'

/** Whether what is attached arrives: with every network, or not with those that are named. */
export function MediaCheck(props: {
  readonly attachments: readonly Attachment[]
  readonly body: string
  readonly problems: readonly ErrorFacts[]
}) {
  const text = useText()
  const errorText = useErrorText()
  const sizeText = useSizeText()
  const limits = useRead('media.limits', {}).value
  const { attachments, body } = props
  if (attachments.length === 0 || !limits) return null
  const sizeBytes = messageBytes(attachments, body)
  const fit = mediaFit(sizeBytes, limits.lineClass)
  const problems = props.problems.filter(({ code }) => code.startsWith('media_'))
  const isSettled = fit.isSafe && problems.length === 0 && limits.place !== 'none'
  const networks = fit.mayRefuse.join(', ')
  return (
    <CheckRow title={text('media.check')} state={isSettled ? 'settled' : 'look'}>
      {problems.map((problem) => (
        <p key={problem.code}>{errorText(problem)}</p>
      ))}
      {problems.length === 0 && (
        <p>
          {fit.isSafe
            ? text('media.check.safe', { size: sizeText(sizeBytes) })
            : text('media.check.may_refuse', { size: sizeText(sizeBytes), networks })}
        </p>
      )}
      {limits.place === 'none' && (
        <p>
          {text('media.check.no_place')} <Link to={paths.settings}>{text('place.settings')}</Link>
        </p>
      )}
    </CheckRow>
  )
}
