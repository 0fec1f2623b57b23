import { RotateCw, ScanSearch, ZoomIn, ZoomOut } from 'lucide-react'
import { useRef } from 'react'
import { Button, IconButton } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { PictureView, Size } from './picture-view.ts'
import { usePagePicture } from './use-page-picture.ts'
import { usePictureView } from './use-picture-view.ts'

/** The sheet as it came in, large: drag it, turn it, look closer. */
export function PagePicture({ formId, name }: { readonly formId: string; readonly name: string }) {
  const text = useText()
  const errorText = useErrorText()
  const { address, size, error, again } = usePagePicture(formId)
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
  return <PictureFrame address={address} size={size} name={name} />
}

function PictureFrame(props: { readonly address: string; readonly size: Size; readonly name: string }) {
  const text = useText()
  const frame = useRef<HTMLDivElement>(null)
  const hands = usePictureView(frame, props.size)
  return (
    <>
      <div
        ref={frame}
        className="od-picture-frame"
        role="application"
        aria-label={text('forms.picture.frame', { name: props.name })}
        tabIndex={0}
        onKeyDown={hands.onKeyDown}
        {...hands.drag}
      >
        {hands.view && (
          <img
            className="od-picture od-private"
            src={props.address}
            alt={text('forms.picture', { name: props.name })}
            draggable={false}
            style={lie(hands.view, props.size)}
          />
        )}
        <p className="od-picture-note od-private-note">{text('forms.picture.hidden')}</p>
      </div>
      <div className="od-picture-tools">
        <IconButton icon={ZoomOut} label={text('forms.picture.smaller')} keys="-" onPress={hands.smaller} />
        <span className="od-meta od-number">{hands.view ? `${Math.round(hands.view.scale * 100)}%` : ''}</span>
        <IconButton icon={ZoomIn} label={text('forms.picture.larger')} keys="+" onPress={hands.larger} />
        <IconButton icon={ScanSearch} label={text('forms.picture.fit')} keys="0" onPress={hands.fit} />
        <IconButton icon={RotateCw} label={text('forms.picture.turn')} keys="r" onPress={hands.turn} />
      </div>
    </>
  )
}

/** Turning happens around the middle of the picture, so its corner is moved to where the turned one has to be. */
function lie({ scale, turn, x, y }: PictureView, { width, height }: Size) {
  const shift = turn % 180 === 0 ? 0 : ((height - width) * scale) / 2
  return {
    width: width * scale,
    height: height * scale,
    transform: `translate(${x + shift}px, ${y - shift}px) rotate(${turn}deg)`,
  }
}
