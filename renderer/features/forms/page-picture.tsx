import type { ReactNode } from 'react'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { PictureFrame } from './picture-frame.tsx'
import { usePagePicture } from './use-page-picture.ts'

/** The sheet as it came in. */
export function PagePicture(props: { readonly formId: string; readonly name: string; readonly tools?: ReactNode }) {
  const text = useText()
  const errorText = useErrorText()
  const { address, size, error, again } = usePagePicture(props.formId)
  if (error) {
    return (
      <div className="od-picture-trouble">
        <Notice tone="brick" actions={<Button onPress={again}>{text('forms.picture.again')}</Button>}>
          {errorText(error)}
        </Notice>
      </div>
    )
  }
  if (!address || !size) return <Skeleton lines={8} />
  return <PictureFrame address={address} size={size} name={props.name} tools={props.tools} />
}
