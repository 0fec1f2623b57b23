import { useRead, useWrite } from '../../api/queries.ts'
import { RadioGroup } from '../../design/radio-group.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { BucketForm } from './bucket-form.tsx'

const PRESETS = ['safe', 'usual', 'large'] as const

/** How large a message with pictures may be, and where its pictures are put for the networks to fetch. */
export function MediaFields() {
  const text = useText()
  const errorText = useErrorText()
  const limits = useRead('media.limits', {}).value
  const saved = useRead('bucket.get', {}).value
  const choose = useWrite('media.choosePreset')
  if (!limits || !saved) return null
  return (
    <>
      <RadioGroup
        label={text('settings.media.preset')}
        hint={text(`settings.media.preset.${limits.preset}.hint`)}
        choices={PRESETS.map((value) => ({ value, text: text(`settings.media.preset.${value}`) }))}
        value={limits.preset}
        onChange={(preset) => void choose.run({ preset })}
        error={choose.error && errorText(choose.error)}
      />
      {limits.place === 'practice' ? (
        <p className="od-meta">{text('settings.media.practice')}</p>
      ) : (
        <BucketForm key={JSON.stringify(saved.bucket)} saved={saved.bucket} />
      )}
    </>
  )
}
