import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { call } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { showToast } from '../../design/toast.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'

type SampleFile = OutputOf<'samples.daySheet'>

/** Where to take sample files from, while the practice desk is open; an office has none. */
export interface Samples {
  readonly forms: () => Promise<readonly SampleFile[]>
  readonly daySheet: () => Promise<SampleFile | undefined>
}

/** The files to practise with; null on the office desk. They come in by the same door as a person's own. */
export function useSamples(): Samples | null {
  const setup = useRead('setup.state', {}).value
  const errorText = useErrorText()
  if (setup?.state !== 'ready' || setup.desk !== 'practice') return null
  return {
    forms: async () => {
      const answer = await call('samples.forms', {})
      if (answer.ok) return answer.value.files
      showToast({ text: errorText(answer.error) })
      return []
    },
    daySheet: async () => {
      const answer = await call('samples.daySheet', {})
      if (answer.ok) return answer.value
      showToast({ text: errorText(answer.error) })
      return undefined
    },
  }
}
