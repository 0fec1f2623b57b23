import { useRead } from '../../api/queries.ts'
import { useObjectAddress } from '../../app/use-object-address.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { FormOffice, SheetChoice } from './print-draft.ts'

/** The sheet as it will leave the printer. The one before stays in sight until the next one is drawn. */
export function SheetPicture(props: { readonly office: FormOffice; readonly choice: SheetChoice }) {
  const text = useText()
  const errorText = useErrorText()
  const { office, choice } = props
  const picture = useRead('sheets.picture', { office, choice }, { keepsOlder: true })
  const address = useObjectAddress(picture.value?.bytes, 'image/jpeg')
  if (picture.error) {
    return (
      <Notice tone="brick" actions={<Button onPress={picture.again}>{text('forms.picture.again')}</Button>}>
        {errorText(picture.error)}
      </Notice>
    )
  }
  if (!address || !picture.value) return <Skeleton lines={8} />
  return (
    <img
      className="od-print-sheet"
      src={address}
      width={picture.value.widthPx}
      height={picture.value.heightPx}
      alt={text('print.picture', { code: picture.value.code })}
      aria-busy={picture.isOlder}
    />
  )
}
