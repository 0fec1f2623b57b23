import { Contact, File, FileText, Film, ImageOff, Music } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useRead } from '../../api/queries.ts'
import { useObjectAddress } from '../../app/use-object-address.ts'
import { useText } from '../../i18n/use-text.ts'
import type { MediaItem } from './attachment.ts'

const ICONS: Readonly<Record<MediaItem['kind'], LucideIcon>> = {
  image: ImageOff,
  audio: Music,
  video: Film,
  vcard: Contact,
  file: FileText,
}

/** A picture as it goes out, or the sign and the name of a file. Hidden under counter privacy. */
export function MediaPicture({ media, isSmall = false }: { readonly media: MediaItem; readonly isSmall?: boolean }) {
  const text = useText()
  const picture = useRead('media.picture', { id: media.id }, { isOff: media.kind !== 'image' })
  const address = useObjectAddress(picture.value?.bytes, picture.value?.mediaType ?? '')
  const className = isSmall ? 'od-media-small od-private' : 'od-media od-private'
  if (media.kind !== 'image' || picture.error) return <MediaFile media={media} />
  // Its place is kept while it is read, so that nothing below it jumps.
  if (!address) return <span className={className} style={shapeOf(media)} aria-hidden />
  return (
    <img
      className={className}
      src={address}
      alt={text('media.picture', { name: media.name })}
      style={shapeOf(media)}
      draggable={false}
    />
  )
}

function MediaFile({ media }: { readonly media: MediaItem }) {
  const Icon = ICONS[media.kind] ?? File
  return (
    <span className="od-media-file">
      <Icon size={20} aria-hidden />
      <span className="od-clip od-private">{media.name}</span>
    </span>
  )
}

function shapeOf({ widthPx, heightPx }: MediaItem) {
  return widthPx === null || heightPx === null ? {} : { aspectRatio: `${widthPx} / ${heightPx}` }
}

/** What a message carries, one below the other, as it stands in a thread or on a phone. */
export function MediaStrip({ media }: { readonly media: readonly MediaItem[] }) {
  if (media.length === 0) return null
  return (
    <div className="od-media-strip">
      {media.map((one) => (
        <MediaPicture key={one.id} media={one} />
      ))}
    </div>
  )
}
