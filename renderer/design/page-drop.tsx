import { FileUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { readFiles } from './file-button.tsx'
import type { GivenFile } from './file-button.tsx'
import './page-drop.css'

/** A page on which files may be dropped anywhere, or pasted. The page keeps its button for those who do neither. */
export function PageDrop(props: {
  readonly children: ReactNode
  /** Said over the page while files hang above it. */
  readonly words: string
  readonly onFiles: (files: readonly GivenFile[]) => void
}) {
  const { onFiles } = props
  const [isOver, setOver] = useState(false)
  usePastedFiles(onFiles)
  const drag = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      void readFiles(event.dataTransfer.files).then(onFiles)
    },
  }
  return (
    <div className="od-page-drop" {...drag}>
      {props.children}
      {isOver && (
        <div className="od-page-drop-veil" aria-hidden>
          <FileUp size={20} />
          {props.words}
        </div>
      )}
    </div>
  )
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}

/** A word processor puts a picture of the copied words beside them; who pastes into a field means the words. */
function isOfWords({ clipboardData, target }: ClipboardEvent): boolean {
  const types = clipboardData?.types ?? []
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isField && types.includes('text/plain') && types.includes('text/html')
}

function usePastedFiles(onFiles: (files: readonly GivenFile[]) => void): void {
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files
      if (!files || files.length === 0 || isOfWords(event)) return
      event.preventDefault()
      void readFiles(files).then((given) => latest.current(given))
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])
}
