import { Files } from 'lucide-react'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { ChoiceBar } from '../../design/choice-bar.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { Notice } from '../../design/notice.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { FormsList } from './forms-list.tsx'

type FormState = OutputOf<'forms.list'>['forms'][number]['state']

/** All sheets by state: what is to check first. An empty pile says how a sheet gets here. */
export function FormsHome({ onSamples }: { readonly onSamples: (() => Promise<void>) | null }) {
  const text = useText()
  const errorText = useErrorText()
  const [state, setState] = useState<FormState>('to_check')
  const list = useRead('forms.list', { state }, { keepsOlder: true })
  const counts = list.value?.counts
  // The pile is worked off from its beginning; what was decided is looked up from its end.
  const forms = state === 'to_check' ? list.value?.forms : list.value?.forms.toReversed()
  const choices = [
    { value: 'to_check', text: text('forms.state.to_check'), count: counts?.toCheck },
    { value: 'accepted', text: text('forms.state.accepted'), count: counts?.accepted },
    { value: 'set_aside', text: text('forms.state.set_aside'), count: counts?.setAside },
  ] as const
  return (
    <div className="od-forms-home">
      <ChoiceBar label={text('forms.filter')} choices={choices} value={state} onChange={setState} />
      {list.error && <Notice tone="brick">{errorText(list.error)}</Notice>}
      {!list.value && !list.error && <Skeleton />}
      {forms?.length === 0 && !list.isOlder && <NoForms state={state} onSamples={onSamples} />}
      {forms && forms.length > 0 && <FormsList forms={forms} state={state} label={text(`forms.state.${state}`)} />}
    </div>
  )
}

function NoForms({
  state,
  onSamples,
}: {
  readonly state: FormState
  readonly onSamples: (() => Promise<void>) | null
}) {
  const text = useText()
  return (
    <EmptyState
      icon={Files}
      title={text(`forms.none.${state}`)}
      action={
        onSamples &&
        state === 'to_check' && <Button onPress={() => void onSamples()}>{text('forms.use_samples')}</Button>
      }
    >
      {text(`forms.none.${state}.text`)}
    </EmptyState>
  )
}
