import { FileImage, ScanText } from 'lucide-react'
import { around } from '../../../shared/domain/rect-mm.ts'
import { useMemo, useState } from 'react'
import type { RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { IconButton } from '../../design/button.tsx'
import { useText } from '../../i18n/use-text.ts'
import { PagePicture } from './page-picture.tsx'
import { PictureFrame } from './picture-frame.tsx'
import type { StraightPage } from './straight-page.ts'

/** The straightened page with the field that is being checked framed; the original on a key. Unread sheets show the original. */
export function SheetPicture(props: {
  readonly formId: string
  readonly name: string
  readonly page: StraightPage | undefined
  readonly place: RectMm | undefined
}) {
  const text = useText()
  const { page } = props
  const [isOriginal, setOriginal] = useState(false)
  const canChange = page?.address !== undefined
  usePageCommand('page.original', () => setOriginal((before) => !before), { isOff: !canChange })
  const place = usePlace(page, props.place)
  const tools = canChange && (
    <IconButton
      icon={isOriginal ? ScanText : FileImage}
      label={text(isOriginal ? 'forms.picture.straight' : 'forms.picture.original')}
      keys="Mod+O"
      onPress={() => setOriginal(!isOriginal)}
    />
  )
  if (!page || page.address === undefined || isOriginal) {
    return <PagePicture formId={props.formId} name={props.name} tools={tools} />
  }
  const size = { width: page.widthPx, height: page.heightPx }
  return <PictureFrame address={page.address} size={size} name={props.name} place={place} tools={tools} />
}

/** Where a place of the paper lies in the picture. */
function usePlace(page: StraightPage | undefined, rect: RectMm | undefined) {
  const perMm = page?.pxPerMm
  return useMemo(() => {
    if (perMm === undefined || rect === undefined) return undefined
    const { xMm, yMm, widthMm, heightMm } = around(rect, 1)
    return { x: xMm * perMm, y: yMm * perMm, width: widthMm * perMm, height: heightMm * perMm }
  }, [perMm, rect])
}
