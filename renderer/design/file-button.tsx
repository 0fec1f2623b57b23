import type { LucideIcon } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { Button } from './button.tsx'

/** A file as the core takes it: its name and its bytes. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Reads the bytes of files that a person chose, dropped or pasted. */
export async function readFiles(files: Iterable<File>): Promise<readonly GivenFile[]> {
  return Promise.all(
    Array.from(files, async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}

interface FileButtonProps {
  readonly kind?: 'primary' | 'quiet'
  readonly icon?: LucideIcon
  readonly buttonText: string
  readonly keys?: string | undefined
  /** Media types or endings offered by the system's file window, for example `['image/*', '.pdf']`. */
  readonly accept: readonly string[]
  readonly isMany?: boolean
  readonly onFiles: (files: readonly GivenFile[]) => void
}

/** A button that opens the system's file window. */
export function FileButton(props: FileButtonProps) {
  return (
    <FileTrigger
      acceptedFileTypes={props.accept}
      allowsMultiple={props.isMany ?? false}
      onSelect={(list) => {
        if (list && list.length > 0) void readFiles(list).then(props.onFiles)
      }}
    >
      <Button kind={props.kind ?? 'quiet'} keys={props.keys} {...(props.icon && { icon: props.icon })}>
        {props.buttonText}
      </Button>
    </FileTrigger>
  )
}
