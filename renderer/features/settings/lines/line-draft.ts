import type { InputOf, OutputOf } from '../../../../shared/ipc/contract.ts'
import { LINE_CLASSES } from '../../../../shared/rules/line-classes.ts'

type LineInput = InputOf<'lines.save'>

/** What stands in the fields of a sending number; the limits as text, because a person types them. */
export interface LineDraft extends Pick<LineInput, 'number' | 'name' | 'class' | 'isOptOutAssistOn'> {
  readonly campaignClass: NonNullable<LineInput['campaignClass']>
  readonly ratePerMin: string
  readonly mmsRatePerMin: string
  readonly dailyCap: string
}

const MOST_PER_MIN = 10_000
const MOST_PER_DAY = 1_000_000
/** What a newly registered office is, until it says otherwise. */
const FIRST_CAMPAIGN = 'low_volume'

/** The fields as they begin: those of a line, or of a new one with the limits of its class. */
export function firstLineDraft(line: OutputOf<'lines.save'> | null): LineDraft {
  const first: LineDraft = {
    number: line?.number ?? '',
    name: line?.name ?? '',
    class: line?.class ?? '10dlc',
    campaignClass: line?.campaignClass ?? FIRST_CAMPAIGN,
    isOptOutAssistOn: line?.isOptOutAssistOn ?? false,
    ratePerMin: String(line?.ratePerMin ?? ''),
    mmsRatePerMin: String(line?.mmsRatePerMin ?? ''),
    dailyCap: String(line?.dailyCap ?? ''),
  }
  return line === null || line.number === '' ? withUsualLimits(first) : first
}

/** The same fields with the limits that the networks set for the class. */
export function withUsualLimits(draft: LineDraft): LineDraft {
  const { smsPerMin, mmsPerMin, dailyCap } =
    LINE_CLASSES.classes[draft.class === '10dlc' ? draft.campaignClass : draft.class]
  const words = { ratePerMin: String(smsPerMin), mmsRatePerMin: String(mmsPerMin) }
  return { ...draft, ...words, dailyCap: dailyCap === null ? '' : String(dailyCap) }
}

/** Which limits are no numbers, each with the most it may be. */
export function limitProblems(draft: LineDraft): Partial<Record<'ratePerMin' | 'mmsRatePerMin' | 'dailyCap', number>> {
  return {
    ...(isWhole(draft.ratePerMin, MOST_PER_MIN) ? {} : { ratePerMin: MOST_PER_MIN }),
    ...(isWhole(draft.mmsRatePerMin, MOST_PER_MIN) ? {} : { mmsRatePerMin: MOST_PER_MIN }),
    ...(draft.dailyCap === '' || isWhole(draft.dailyCap, MOST_PER_DAY) ? {} : { dailyCap: MOST_PER_DAY }),
  }
}

/** The draft as the core takes it. Call it only where {@link limitProblems} finds none. */
export function lineInput(draft: LineDraft, id: string | null): LineInput {
  return {
    ...draft,
    id,
    campaignClass: draft.class === '10dlc' ? draft.campaignClass : null,
    ratePerMin: Number(draft.ratePerMin),
    mmsRatePerMin: Number(draft.mmsRatePerMin),
    dailyCap: draft.dailyCap === '' ? null : Number(draft.dailyCap),
  }
}

/** True for an error that is about the number, and belongs under its field. */
export function isAboutNumber(code: string): boolean {
  return /^(phone|line|short_code)_/.test(code)
}

function isWhole(text: string, most: number): boolean {
  return /^\d{1,7}$/.test(text) && Number(text) >= 1 && Number(text) <= most
}
