/** A size in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** How a picture lies in its frame: enlarged `scale` times, turned right by `turn`, its corner at `x`, `y`. */
export interface PictureView {
  readonly scale: number
  readonly turn: 0 | 90 | 180 | 270
  readonly x: number
  readonly y: number
}

/** What belongs together wherever a view is reckoned. */
export interface Stage {
  readonly frame: Size
  readonly picture: Size
}

const LARGEST_SCALE = 6
/** One step of the + and - keys. */
export const ZOOM_STEP = 1.25

/** The size of the picture as it lies after turning, before enlarging. */
export function turnedSize({ width, height }: Size, turn: PictureView['turn']): Size {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width }
}

/** The view that shows the whole width of the picture, from its top. */
export function fitWidth({ frame, picture }: Stage, turn: PictureView['turn'] = 0): PictureView {
  const scale = frame.width / turnedSize(picture, turn).width
  return settle({ frame, picture }, { scale, turn, x: 0, y: 0 })
}

/** Enlarges or makes smaller around a point of the frame, so that what lies under it stays there. */
export function zoomAt(stage: Stage, view: PictureView, factor: number, point: { x: number; y: number }): PictureView {
  const scale = Math.min(LARGEST_SCALE, Math.max(smallestScale(stage, view.turn), view.scale * factor))
  const grown = scale / view.scale
  const x = point.x - (point.x - view.x) * grown
  const y = point.y - (point.y - view.y) * grown
  return settle(stage, { ...view, scale, x, y })
}

/** Enlarges around the middle of the frame. */
export function zoomMiddle(stage: Stage, view: PictureView, factor: number): PictureView {
  return zoomAt(stage, view, factor, { x: stage.frame.width / 2, y: stage.frame.height / 2 })
}

/** Moves the picture within its frame. */
export function move(stage: Stage, view: PictureView, byX: number, byY: number): PictureView {
  return settle(stage, { ...view, x: view.x + byX, y: view.y + byY })
}

/** Turns a quarter to the right and shows the whole width again. */
export function turnRight(stage: Stage, view: PictureView): PictureView {
  return fitWidth(stage, ((view.turn + 90) % 360) as PictureView['turn'])
}

/** A rectangle of the picture, in its pixels. */
export interface Place extends Size {
  readonly x: number
  readonly y: number
}

/** So much larger than the whole width is a place shown at most: its surroundings stay in sight. */
const CLOSEST = 2.2
/** So much of the frame's width may a place take. */
const SHARE = 0.85

/** The view in which a place of the picture lies in the middle, enlarged as far as it fits. The picture is not turned. */
export function showPlace(stage: Stage, place: Place): PictureView {
  const whole = stage.frame.width / stage.picture.width
  const scale = Math.min(LARGEST_SCALE, whole * CLOSEST, Math.max(whole, (stage.frame.width * SHARE) / place.width))
  const x = stage.frame.width / 2 - (place.x + place.width / 2) * scale
  const y = stage.frame.height / 2 - (place.y + place.height / 2) * scale
  return settle(stage, { scale, turn: 0, x, y })
}

/** A picture is never smaller than what shows all of it. */
function smallestScale({ frame, picture }: Stage, turn: PictureView['turn']): number {
  const { width, height } = turnedSize(picture, turn)
  return Math.min(frame.width / width, frame.height / height)
}

/** Keeps the picture in the frame: no gap on a side where it is larger, in the middle where it is smaller. */
function settle({ frame, picture }: Stage, view: PictureView): PictureView {
  const { width, height } = turnedSize(picture, view.turn)
  const along = (frameLength: number, length: number, at: number) =>
    length <= frameLength ? (frameLength - length) / 2 : Math.min(0, Math.max(frameLength - length, at))
  return {
    ...view,
    x: along(frame.width, width * view.scale, view.x),
    y: along(frame.height, height * view.scale, view.y),
  }
}
