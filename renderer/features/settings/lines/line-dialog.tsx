import { useState } from 'react'
import type { OutputOf } from '../../../../shared/ipc/contract.ts'
import { useRead, useWrite } from '../../../api/queries.ts'
import { Button } from '../../../design/button.tsx'
import { Checkbox } from '../../../design/checkbox.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Notice } from '../../../design/notice.tsx'
import { groupPhone } from '../../../design/phone-text.ts'
import { RadioGroup } from '../../../design/radio-group.tsx'
import { Select } from '../../../design/select.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { showToast } from '../../../design/toast.tsx'
import { useErrorText } from '../../../i18n/error-text.tsx'
import { useText } from '../../../i18n/use-text.ts'
import { firstLineDraft, isAboutNumber, limitProblems, lineInput, withUsualLimits } from './line-draft.ts'
import type { LineDraft } from './line-draft.ts'
import { LineLimits } from './line-limits.tsx'

const CLASSES = ['10dlc', 'toll_free', 'short_code'] as const
const ASSIST_NEEDED = { webhook: 'lines.assist.needed.webhook', none: 'lines.assist.needed' } as const
const CAMPAIGNS = ['low_volume', 'sole_proprietor', 'e_f', 'c_d', 'a_b'] as const

/** Adds a sending number, or changes how one is used. Another class brings its own limits. */
export function LineDialog(props: { readonly line: OutputOf<'lines.save'> | null; readonly onClose: () => void }) {
  const { line, onClose } = props
  const text = useText()
  const errorText = useErrorText()
  const save = useWrite('lines.save')
  const inbound = useRead('account.get', {}).value?.inbound ?? 'reports'
  const [draft, setDraft] = useState(() => firstLineDraft(line))
  const change = (part: Partial<LineDraft>) => setDraft((before) => ({ ...before, ...part }))
  const changeClass = (part: Partial<LineDraft>) => setDraft((before) => withUsualLimits({ ...before, ...part }))
  const isNumbered = line !== null && line.number !== ''
  const isSound = Object.keys(limitProblems(draft)).length === 0
  const submit = async () => {
    if (!isSound) return
    const saved = await save.run(lineInput(draft, line?.id ?? null))
    if (!saved.ok) return
    showToast({ text: text('lines.saved') })
    onClose()
  }
  const foot = (
    <>
      <Button onPress={onClose}>{text('common.not_now')}</Button>
      <Button kind="primary" keys="Mod+Enter" isPending={save.isRunning} onPress={() => void submit()}>
        {text('common.save')}
      </Button>
    </>
  )
  const title = isNumbered ? text('lines.edit.title', { number: groupPhone(line.number) }) : text('lines.enter.title')
  return (
    <Dialog title={title} isOpen onClose={onClose} onPrimary={() => void submit()} foot={foot}>
      <TextField
        label={text('lines.number')}
        hint={text(isNumbered ? 'lines.number.stays' : 'lines.number.hint')}
        type="tel"
        value={groupPhone(draft.number)}
        onChange={(number) => change({ number: groupPhone(number) })}
        maxLength={40}
        isDisabled={isNumbered}
        error={save.error && isAboutNumber(save.error.code) ? errorText(save.error) : undefined}
        autoFocus={!isNumbered}
      />
      <TextField
        label={text('lines.name')}
        extra={text('common.optional')}
        value={draft.name}
        onChange={(name) => change({ name })}
        maxLength={60}
      />
      <RadioGroup
        label={text('lines.class')}
        choices={CLASSES.map((value) => ({ value, text: text(`lines.class.${value}`) }))}
        value={draft.class}
        onChange={(lineClass) => changeClass({ class: lineClass })}
      />
      {draft.class === '10dlc' && (
        <Select
          label={text('lines.campaign')}
          hint={text('lines.campaign.hint')}
          choices={CAMPAIGNS.map((value) => ({ value, text: text(`lines.campaign.${value}`) }))}
          value={draft.campaignClass}
          onChange={(campaignClass) => changeClass({ campaignClass })}
        />
      )}
      <LineLimits draft={draft} onChange={change} onUsual={() => setDraft(withUsualLimits)} />
      <div className="od-assist">
        <Checkbox isSelected={draft.isOptOutAssistOn} onChange={(isOptOutAssistOn) => change({ isOptOutAssistOn })}>
          {text('lines.assist')}
        </Checkbox>
        <p className="od-meta">{text('lines.assist.hint')}</p>
      </div>
      {save.error && !isAboutNumber(save.error.code) && (
        <Notice tone="brick" isAnswer>
          {errorText(save.error)}
        </Notice>
      )}
      {inbound !== 'reports' && <Notice tone="unsure">{text(ASSIST_NEEDED[inbound])}</Notice>}
    </Dialog>
  )
}
