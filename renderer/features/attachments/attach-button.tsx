import { Paperclip } from 'lucide-react'
import { FileButton } from '../../design/file-button.tsx'
import type { GivenFile } from '../../design/file-button.tsx'
import { useText } from '../../i18n/use-text.ts'

/** What the system's file window offers; what a file is, is told by its bytes. */
const ACCEPTED = ['image/*', '.mp3', '.mp4', '.3gp', '.vcf', '.pdf'] as const

/** Chooses pictures and files to attach. */
export function AttachButton({ onFiles }: { readonly onFiles: (files: readonly GivenFile[]) => void }) {
  const text = useText()
  return <FileButton icon={Paperclip} buttonText={text('media.attach')} accept={ACCEPTED} isMany onFiles={onFiles} />
}
