import { ContactRound } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useNavigate } from 'react-router'
import { useRead } from '../api/queries.ts'
import { KeyHint } from '../design/key-hint.tsx'
import { PhoneNumber, PrivateText } from '../design/private-text.tsx'
import { useText } from '../i18n/use-text.ts'
import { useCommands } from './command-center.tsx'
import { foundCommands } from './find-commands.ts'
import { paths } from './paths.ts'
import { useWindowState } from './window-state.tsx'
import './palette.css'
import '../design/dialog.css'

/** As many as fit into the lowest window without scrolling; typing one more letter is quicker than scrolling. */
const MOST_FINDINGS = 11

/** One line of the palette and what choosing it does. */
interface Finding {
  readonly id: string
  readonly icon: LucideIcon
  readonly name: string
  readonly e164?: string | undefined
  readonly keys?: string | undefined
  readonly isPerson: boolean
  readonly choose: () => void
}

/** Everything by its name: commands and people. Ctrl/Cmd+K opens it over any page. */
export function Palette({ isPractice }: { readonly isPractice: boolean }) {
  const { overlay, close } = useWindowState()
  return (
    <ModalOverlay
      className="od-overlay"
      isDismissable
      isOpen={overlay === 'palette'}
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
    >
      <Modal className="od-modal od-palette">
        <PaletteDialog isPractice={isPractice} />
      </Modal>
    </ModalOverlay>
  )
}

function PaletteDialog({ isPractice }: { readonly isPractice: boolean }) {
  const text = useText()
  const { close } = useWindowState()
  const [typed, setTyped] = useState('')
  const findings = useFindings(typed, isPractice)
  return (
    <Dialog className="od-dialog" aria-label={text('command.search')}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label={text('command.search')} autoFocus className="od-palette-field">
          <Input className="od-private" placeholder={text('palette.placeholder')} spellCheck="false" />
        </SearchField>
        <ListBox
          className="od-palette-list"
          aria-label={text('palette.found')}
          items={findings}
          onAction={(id) => {
            close()
            findings.find((finding) => finding.id === id)?.choose()
          }}
          renderEmptyState={() => <p className="od-palette-none">{text('palette.nothing')}</p>}
        >
          {(finding) => (
            <ListBoxItem id={finding.id} textValue={finding.name} className="od-option od-palette-row">
              <FindingRow finding={finding} />
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  )
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const { icon: Icon } = finding
  return (
    <>
      <Icon size={16} aria-hidden />
      <span className="od-clip">{finding.isPerson ? <PrivateText>{finding.name}</PrivateText> : finding.name}</span>
      {finding.e164 !== undefined && <PhoneNumber e164={finding.e164} />}
      {finding.keys !== undefined && <KeyHint keys={finding.keys} />}
    </>
  )
}

function useFindings(typed: string, isPractice: boolean): readonly Finding[] {
  const text = useText()
  const navigate = useNavigate()
  const { run, isReady } = useCommands()
  const isAsked = typed.trim().length >= 2
  const people = useRead('people.search', { text: typed, after: null, limit: 8 }, { isOff: !isAsked, keepsOlder: true })
  const commands = foundCommands(typed, text)
    .filter((command) => isReady(command) && (isPractice || command.practiceOnly !== true))
    .map<Finding>((command) => ({
      id: command.id,
      icon: command.icon,
      name: text(command.label),
      keys: command.keys,
      isPerson: false,
      choose: () => run(command),
    }))
  const found = isAsked ? (people.value?.people ?? []) : []
  return [
    ...found.map<Finding>((person) => ({
      id: `person:${person.id}`,
      icon: ContactRound,
      name: person.displayName,
      e164: person.numbers[0]?.e164,
      isPerson: true,
      choose: () => void navigate(paths.person(person.id)),
    })),
    ...commands,
  ].slice(0, MOST_FINDINGS)
}
