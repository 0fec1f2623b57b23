import { useState } from 'react'
import type { RuleChanges } from '../../../../shared/domain/sending-rules.ts'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { FEDERAL_HOLIDAYS } from '../../../../shared/rules/federal-holidays.ts'
import { isoDay } from '../../../../shared/time.ts'
import { useRead, useWrite } from '../../../api/queries.ts'
import { useNow } from '../../../app/use-now.ts'
import { Button } from '../../../design/button.tsx'
import { DateField } from '../../../design/date-field.tsx'
import { Disclosure } from '../../../design/disclosure.tsx'
import { Notice } from '../../../design/notice.tsx'
import { RadioGroup } from '../../../design/radio-group.tsx'
import { showToast } from '../../../design/toast.tsx'
import { useErrorText } from '../../../i18n/error-text.tsx'
import { useMoment } from '../../../i18n/use-moment.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CapFields } from './cap-fields.tsx'
import { ClosureDays } from './closure-days.tsx'
import { RulesHistory } from './rules-history.tsx'
import { isSpan, tidyChanges, withChanges } from './rules-draft.ts'
import { SpanFields } from './span-fields.tsx'
import { StateHoursTable } from './state-hours.tsx'
import './rules.css'

/** When and how often the office texts: the shipped rules with their sources, what it says otherwise, and the way back. */
export function RulesFields() {
  const rules = useRead('rules.get', {}).value
  return rules ? <RulesForm key={JSON.stringify(rules.dated)} saved={rules} /> : null
}

function RulesForm({ saved }: { readonly saved: OutputOf<'rules.get'> }) {
  const text = useText()
  const errorText = useErrorText()
  const { zone } = useMoment()
  const today = isoDay(useNow(), zone)
  const update = useWrite('rules.change')
  const [draft, setDraft] = useState<RuleChanges>(saved.changes)
  const [from, setFrom] = useState<string | null>(null)
  const change = (part: RuleChanges) => setDraft((before) => ({ ...before, ...part }))
  const rules = withChanges(draft)
  const { care } = rules.hours
  const tidy = tidyChanges(draft)
  const isChanged = JSON.stringify(tidy) !== JSON.stringify(tidyChanges(saved.changes))
  const save = async (changes: RuleChanges, day: string) => {
    const input = JSON.parse(JSON.stringify(changes)) as OutputOf<'rules.get'>['changes']
    const written = await update.run({ from: day, changes: input })
    if (written.ok) showToast({ text: text('rules.saved') })
  }
  return (
    <>
      <Notice tone="slate">{text('rules.no_advice', { asOf: rules.hours.asOf })}</Notice>
      {care.weekdays && (
        <SpanFields name={text('rules.care')} span={care.weekdays} onChange={(span) => change({ care: span })} />
      )}
      <RadioGroup
        label={text('rules.offers')}
        hint={text(`rules.offers.${rules.hours.offers}.hint`)}
        choices={(['states', 'national'] as const).map((value) => ({ value, text: text(`rules.offers.${value}`) }))}
        value={rules.hours.offers}
        onChange={(offers) => change({ offers })}
      />
      <Disclosure title={text('rules.states')}>
        <StateHoursTable
          rules={rules}
          changed={new Set(Object.keys(tidy.states ?? {}))}
          onChange={(state, hours) => change({ states: { ...draft.states, [state]: hours } })}
        />
      </Disclosure>
      <CapFields rules={rules} promised={saved.promisedAMonth} change={change} />
      <ClosureDays days={draft.closures ?? []} today={today} onChange={(closures) => change({ closures })} />
      <p className="od-meta">
        {text('rules.holidays', { source: FEDERAL_HOLIDAYS.source, asOf: FEDERAL_HOLIDAYS.asOf })}
      </p>
      {update.error && (
        <Notice tone="brick" isAnswer>
          {errorText(update.error)}
        </Notice>
      )}
      {isChanged && (
        <>
          <DateField label={text('rules.counts_from')} value={from ?? today} onChange={setFrom} min={today} />
          <div className="od-form-actions">
            <Button
              kind="primary"
              onPress={() => void save(tidy, from ?? today)}
              isPending={update.isRunning}
              isDisabled={!isSpan(care.weekdays)}
            >
              {text('common.save')}
            </Button>
            <Button onPress={() => setDraft(saved.changes)}>{text('common.take_back')}</Button>
          </div>
        </>
      )}
      {!isChanged && Object.keys(tidy).length > 0 && (
        <div className="od-form-actions">
          <Button onPress={() => void save({}, today)} isPending={update.isRunning}>
            {text('rules.reset')}
          </Button>
        </div>
      )}
      <RulesHistory dated={saved.dated} />
    </>
  )
}
