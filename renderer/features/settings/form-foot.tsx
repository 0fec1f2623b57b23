import type { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'

/** Below the fields of a form: why it could not be saved, and, once something was changed, saving it or taking it back. */
export function FormFoot(props: {
  readonly save: Pick<ReturnType<typeof useWrite>, 'error' | 'isRunning'>
  readonly isChanged: boolean
  readonly canSave: boolean
  readonly onTakeBack: () => void
  readonly keys?: string
}) {
  const text = useText()
  const errorText = useErrorText()
  const { save, isChanged, canSave, onTakeBack, keys } = props
  return (
    <>
      {save.error && (
        <Notice tone="brick" isAnswer>
          {errorText(save.error)}
        </Notice>
      )}
      {isChanged && (
        <div className="od-form-actions">
          <Button kind="primary" type="submit" keys={keys} isPending={save.isRunning} isDisabled={!canSave}>
            {text('common.save')}
          </Button>
          <Button onPress={onTakeBack}>{text('common.take_back')}</Button>
        </div>
      )}
    </>
  )
}
