import { useEffect, useState } from 'react'
import { useRead } from '../../api/queries.ts'
import { Dialog } from '../../design/dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'

/** The letter or the note that proves a stop. Its bytes live in this window only while they are shown. */
export function StopEvidenceDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const text = useText()
  const errorText = useErrorText()
  const picture = useRead('optOuts.evidence', { id })
  const [address, setAddress] = useState<string>()
  const { bytes, mediaType } = picture.value ?? {}
  useEffect(() => {
    if (!bytes) return undefined
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType ?? '' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes, mediaType])
  return (
    <Dialog title={text('timeline.opt_out.picture')} size="wide" isOpen onClose={onClose}>
      {picture.error && <Notice tone="brick">{errorText(picture.error)}</Notice>}
      {address === undefined && !picture.error && <Skeleton lines={8} />}
      {address !== undefined && (
        <img className="od-stop-picture od-private" src={address} alt={text('timeline.opt_out.picture')} />
      )}
    </Dialog>
  )
}
