import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { showToast } from '../../design/toast.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'

/** Says that somebody else answers under this number, and takes it off the person. */
export function WrongNumber({ personId, e164 }: { readonly personId: string; readonly e164: string }) {
  const text = useText()
  const errorText = useErrorText()
  const drop = useWrite('people.dropNumber')
  const run = async () => {
    const dropped = await drop.run({ personId, e164 })
    if (dropped.ok) showToast({ text: text('wrong_number.dropped') })
  }
  const action = (
    <Button isPending={drop.isRunning} onPress={() => void run()}>
      {text('wrong_number.drop')}
    </Button>
  )
  return (
    <Notice tone="unsure" actions={action}>
      {text('wrong_number.text')}
      {drop.error && <p>{errorText(drop.error)}</p>}
    </Notice>
  )
}
