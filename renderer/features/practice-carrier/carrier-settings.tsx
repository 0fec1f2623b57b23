import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import type { AppError } from '../../../shared/ipc/errors.ts'
import { useWrite } from '../../api/queries.ts'
import { Notice } from '../../design/notice.tsx'
import { Select } from '../../design/select.tsx'
import { Switch } from '../../design/switch.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'

type Settings = OutputOf<'carrier.get'>['settings']

const SWITCHES = [
  'isPortOpen',
  'isThrottling',
  'isCuttingAnswers',
  'isAnswering',
] as const satisfies readonly (keyof Settings)[]
const ANSWER_DELAYS_MS = [0, 200, 2000, 10_000]
const RECEIPT_DELAYS_MS = [0, 1500, 10_000, 60_000]
const FAIL_PERCENTS = [0, 10, 50, 100]

/** What the practice carrier does to what is sent: every kind of trouble a real line knows, each on or off. */
export function CarrierSwitches({ settings }: { readonly settings: Settings }) {
  const text = useText()
  const write = useWrite('carrier.set')
  return (
    <div className="od-carrier-settings">
      {SWITCHES.map((name) => (
        <Switch
          key={name}
          isOn={settings[name]}
          hint={text(`carrier.${name}.hint`)}
          onChange={(isOn) => void write.run({ [name]: isOn })}
        >
          {text(`carrier.${name}`)}
        </Switch>
      ))}
      <SettingTrouble error={write.error} />
    </div>
  )
}

/** How fast the practice carrier is, and how much of what it takes never arrives. */
export function CarrierPace({ settings }: { readonly settings: Settings }) {
  const text = useText()
  const write = useWrite('carrier.set')
  const set = (part: InputOf<'carrier.set'>) => void write.run(part)
  const seconds = (ms: number) => (ms === 0 ? text('carrier.at_once') : text('carrier.seconds', { seconds: ms / 1000 }))
  return (
    <div className="od-carrier-settings">
      <NumberSelect
        label={text('carrier.answerDelayMs')}
        numbers={ANSWER_DELAYS_MS}
        value={settings.answerDelayMs}
        words={seconds}
        onChange={(answerDelayMs) => set({ answerDelayMs })}
      />
      <NumberSelect
        label={text('carrier.receiptDelayMs')}
        numbers={RECEIPT_DELAYS_MS}
        value={settings.receiptDelayMs}
        words={seconds}
        onChange={(receiptDelayMs) => set({ receiptDelayMs })}
      />
      <NumberSelect
        label={text('carrier.failPercent')}
        numbers={FAIL_PERCENTS}
        value={settings.failPercent}
        words={(percent) => text('carrier.percent', { percent })}
        onChange={(failPercent) => set({ failPercent })}
      />
      <SettingTrouble error={write.error} />
    </div>
  )
}

function SettingTrouble({ error }: { readonly error: AppError | undefined }) {
  const errorText = useErrorText()
  if (!error) return null
  return (
    <Notice tone="brick" isAnswer>
      {errorText(error)}
    </Notice>
  )
}

/** A choice among a few numbers; the one that is set is offered too, where it is none of them. */
function NumberSelect(props: {
  readonly label: string
  readonly numbers: readonly number[]
  readonly value: number
  readonly words: (number: number) => string
  readonly onChange: (number: number) => void
}) {
  const numbers = [...new Set([...props.numbers, props.value])].toSorted((left, right) => left - right)
  return (
    <Select
      label={props.label}
      choices={numbers.map((number) => ({ value: String(number), text: props.words(number) }))}
      value={String(props.value)}
      onChange={(value) => props.onChange(Number(value))}
    />
  )
}
