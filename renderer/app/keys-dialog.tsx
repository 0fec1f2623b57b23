import { KeyHint } from '../design/key-hint.tsx'
import { Dialog } from '../design/dialog.tsx'
import { useText } from '../i18n/use-text.ts'
import { useCommands } from './command-center.tsx'
import { COMMANDS } from './commands.ts'
import type { Command } from './commands.ts'
import { useWindowState } from './window-state.tsx'
import './keys-dialog.css'

const GROUPS = ['page', 'do', 'go'] as const

/** The keys that do something here, made from the command table. */
export function KeysDialog() {
  const text = useText()
  const { overlay, close } = useWindowState()
  const { isReady } = useCommands()
  const isOpen = overlay === 'keys'
  const commands: readonly Command[] = isOpen ? COMMANDS.filter((command) => isReady(command)) : []
  return (
    <Dialog title={text('command.keys')} size="wide" isOpen={isOpen} onClose={close}>
      <div className="od-key-table">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{text(`command.group.${group}`)}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group && command.keys !== undefined)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{text(command.label)}</dt>
                    <dd>{command.keys !== undefined && <KeyHint keys={command.keys} />}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
