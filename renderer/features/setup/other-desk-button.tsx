import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { useText } from '../../i18n/use-text.ts'

/** Opens the other desk: the practice desk, or the office's own when there is one. */
export function OtherDeskButton(props: { readonly desk: 'practice' | 'office'; readonly hasOffice: boolean }) {
  const text = useText()
  const open = useWrite('setup.open')
  const other = props.desk === 'office' ? 'practice' : 'office'
  if (other === 'office' && !props.hasOffice) return null
  return (
    <Button size="touch" isPending={open.isRunning} onPress={() => void open.run({ desk: other })}>
      {text(`setup.open.${other}`)}
    </Button>
  )
}
