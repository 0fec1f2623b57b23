import { X } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../i18n/use-text.ts'
import { Button, IconButton } from './button.tsx'
import './dialog.css'

interface DialogProps {
  readonly title: ReactNode
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A dialog over the page: takes the focus, keeps it, gives it back; Esc closes it, Ctrl+Enter does its primary thing
 * (`onPrimary`) from wherever the focus stands. `foot` holds its buttons.
 */
export function Dialog(
  props: DialogProps & {
    readonly foot?: ReactNode
    readonly size?: 'normal' | 'wide'
    readonly onPrimary?: (() => void) | undefined
  },
) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (props.onPrimary === undefined || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    // Taken before the button with the focus sees it: one press, one deed.
    event.preventDefault()
    event.stopPropagation()
    props.onPrimary()
  }
  return (
    <ModalOverlay className="od-overlay" isOpen={props.isOpen} onOpenChange={closing(props.onClose)}>
      <Modal className="od-modal" data-size={props.size ?? 'normal'}>
        <AriaDialog className="od-dialog">
          <div className="od-dialog-frame" onKeyDownCapture={onKeyDown}>
            <DialogHead {...props} />
            <div className="od-dialog-body">{props.children}</div>
            {props.foot !== undefined && <footer className="od-dialog-foot">{props.foot}</footer>}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A panel that comes in from the right edge and leaves the page beside it in sight; Esc or a press beside it closes it. */
export function Drawer(props: DialogProps) {
  return (
    <ModalOverlay
      className="od-drawer-overlay"
      isDismissable
      isOpen={props.isOpen}
      onOpenChange={closing(props.onClose)}
    >
      <Modal className="od-drawer">
        <AriaDialog className="od-dialog">
          <DialogHead {...props} />
          <div className="od-dialog-body">{props.children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function DialogHead(props: DialogProps) {
  const text = useText()
  return (
    <header className="od-dialog-head">
      <Heading slot="title" level={2}>
        {props.title}
      </Heading>
      <IconButton icon={X} label={text('common.close')} keys="Esc" onPress={props.onClose} />
    </header>
  )
}

function closing(onClose: () => void) {
  return (isOpen: boolean) => {
    if (!isOpen) onClose()
  }
}

/** Asks once more before something that cannot be undone; `confirmText` names what will happen. */
export function ConfirmDialog(
  props: DialogProps & {
    readonly confirmText: ReactNode
    readonly isDanger?: boolean
    readonly isPending?: boolean
    readonly onConfirm: () => void
  },
) {
  const text = useText()
  const foot = (
    <>
      <Button onPress={props.onClose}>{text('common.not_now')}</Button>
      <Button
        kind={props.isDanger ? 'danger' : 'primary'}
        keys="Mod+Enter"
        isPending={props.isPending}
        autoFocus
        onPress={props.onConfirm}
      >
        {props.confirmText}
      </Button>
    </>
  )
  return (
    <Dialog title={props.title} isOpen={props.isOpen} onClose={props.onClose} onPrimary={props.onConfirm} foot={foot}>
      {props.children}
    </Dialog>
  )
}
