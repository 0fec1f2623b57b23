import { X } from 'lucide-react'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
} from 'react-aria-components'
import type { ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Button, IconButton } from './button.tsx'
import './toast.css'

/** A short word about what was just done. `undo` takes it back; offer it only while nothing has left the building. */
export interface ToastWords {
  readonly text: ReactNode
  readonly undo?: () => void
  /** Another action than undo, with its word. */
  readonly action?: { readonly text: string; readonly perform: () => void }
}

/** Long enough to read a sentence and reach for the button. Source: WCAG 2.2, 2.2.1 asks for time enough; undo is also elsewhere. */
const SHOWN_MS = 8000
const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 2 })

/** Says a short word at the foot of the window. */
export function showToast(words: ToastWords): void {
  queue.add(words, { timeout: SHOWN_MS })
}

/** Takes all toasts away: what was said on one desk is not for the other. */
export function clearToasts(): void {
  queue.clear()
}

/** Where toasts appear; stands once in the window. F6 reaches it, as every landmark. */
export function ToastRegion() {
  const text = useText()
  return (
    <AriaToastRegion queue={queue} className="od-toasts" aria-label={text('common.toasts')}>
      {({ toast }) => (
        <AriaToast toast={toast} className="od-toast">
          <ToastContent className="od-toast-text">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          <ToastAction words={toast.content} close={() => queue.close(toast.key)} />
          <IconButton icon={X} label={text('common.close')} onPress={() => queue.close(toast.key)} />
        </AriaToast>
      )}
    </AriaToastRegion>
  )
}

function ToastAction({ words, close }: { readonly words: ToastWords; readonly close: () => void }) {
  const text = useText()
  const action = words.undo ? { text: text('common.undo'), perform: words.undo } : words.action
  if (!action) return null
  return (
    <Button
      onPress={() => {
        action.perform()
        close()
      }}
    >
      {action.text}
    </Button>
  )
}
