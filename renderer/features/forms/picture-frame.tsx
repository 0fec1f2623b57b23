import { RotateCw, ScanSearch, ZoomIn, ZoomOut } from 'lucide-react'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { IconButton } from '../../design/button.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { PictureView, Place, Size } from './picture-view.ts'
import { usePictureView } from './use-picture-view.ts'

/** A picture of a sheet, large: drag it, turn it, look closer. `place` is framed and brought to the middle. */
export function PictureFrame(props: {
  readonly address: string
  readonly size: Size
  readonly name: string
  readonly place?: Place | undefined
  /** More to press beside the tools. */
  readonly tools?: ReactNode
}) {
  const text = useText()
  const frame = useRef<HTMLDivElement>(null)
  const hands = usePictureView(frame, props.size, props.place)
  const { view } = hands
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
        {view && (
          <img
            className="od-picture od-private"
            src={props.address}
            alt={text('forms.picture', { name: props.name })}
            draggable={false}
            style={lie(view, props.size)}
          />
        )}
        {view && props.place && view.turn === 0 && (
          <div className="od-picture-place" style={lieOn(view, props.place)} />
        )}
        <p className="od-picture-note od-private-note">{text('forms.picture.hidden')}</p>
      </div>
      <div className="od-picture-tools">
        {props.tools}
        <IconButton icon={ZoomOut} label={text('forms.picture.smaller')} keys="-" onPress={hands.smaller} />
        <span className="od-meta od-number">{view ? `${Math.round(view.scale * 100)}%` : ''}</span>
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

/** A frame around a place, with a little air. */
function lieOn({ scale, x, y }: PictureView, place: Place) {
  const air = 6
  return {
    width: place.width * scale + 2 * air,
    height: place.height * scale + 2 * air,
    transform: `translate(${x + place.x * scale - air}px, ${y + place.y * scale - air}px)`,
  }
}
