import { FileX, LoaderCircle, ScanText } from 'lucide-react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { StateWord } from '../../design/state-word.tsx'
import { useText } from '../../i18n/use-text.ts'

type FormRow = OutputOf<'forms.list'>['forms'][number]

/** How far the machine is with a sheet of the pile, and why it could not read it. */
export function ReadingWord({ form }: { readonly form: Pick<FormRow, 'reading' | 'unreadCode'> }) {
  const text = useText()
  const { reading, unreadCode } = form
  if (reading === 'none') return null
  if (reading === 'waiting') return <StateWord icon={LoaderCircle} tone="slate" word={text('forms.reading.waiting')} />
  if (reading === 'read') return <StateWord icon={ScanText} tone="plain" word={text('forms.reading.read')} />
  const why = text(`forms.unread.short.${unreadCode ?? 'reader_failed'}`)
  return <StateWord icon={FileX} tone="unsure" word={text('forms.reading.unread', { why })} />
}
