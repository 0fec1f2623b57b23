import { FileUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { DropZone, FileTrigger, isFileDropItem } from 'react-aria-components'
import type { DropZoneProps } from 'react-aria-components'
import { Button } from './button.tsx'
import './field.css'

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

type DropEvent = Parameters<NonNullable<DropZoneProps['onDrop']>>[0]

interface FileDropProps {
  /** Said in the middle: what may be dropped here. */
  readonly children: ReactNode
  readonly buttonText: string
  readonly keys?: string | undefined
  /** Media types or endings offered by the system's file window, for example `['image/*', '.pdf']`. */
  readonly accept: readonly string[]
  readonly isMany?: boolean
  readonly onFiles: (files: readonly GivenFile[]) => void
}

/** A place to drop files on, with a button that opens the system's file window; reachable by keyboard, takes a paste. */
export function FileDrop(props: FileDropProps) {
  const onDrop = async (event: DropEvent) => {
    const files = await Promise.all(event.items.filter(isFileDropItem).map(async (item) => item.getFile()))
    if (files.length > 0) props.onFiles(await readFiles(files))
  }
  return (
    <DropZone className="od-drop" onDrop={(event) => void onDrop(event)}>
      <FileUp size={20} aria-hidden />
      <div>{props.children}</div>
      <FileButton {...props} />
    </DropZone>
  )
}

/** The button of {@link FileDrop} alone. */
export function FileButton(props: Omit<FileDropProps, 'children'> & { readonly kind?: 'primary' | 'quiet' }) {
  return (
    <FileTrigger
      acceptedFileTypes={props.accept}
      allowsMultiple={props.isMany ?? false}
      onSelect={(list) => {
        if (list && list.length > 0) void readFiles(list).then(props.onFiles)
      }}
    >
      <Button kind={props.kind ?? 'quiet'} keys={props.keys}>
        {props.buttonText}
      </Button>
    </FileTrigger>
  )
}
