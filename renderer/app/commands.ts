import {
  CalendarDays,
  ContactRound,
  EyeOff,
  FilePlus2,
  FileSpreadsheet,
  Files,
  Keyboard,
  MessageSquarePlus,
  MessagesSquare,
  Octagon,
  PanelRight,
  PenLine,
  Printer,
  Search,
  Settings,
  Sun,
  UserPlus,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'

/** What a command may do with the window, beyond what a page does for it. */
export interface WindowActions {
  /** Goes to a place; `intent` asks the page there for something, for example to open its file window. */
  readonly goTo: (path: string, intent?: string) => void
  readonly openPalette: () => void
  readonly showKeys: () => void
  readonly togglePrivacy: () => void
  readonly openCarrier: () => void
  /** Notes that somebody said stop, whose number is typed then. */
  readonly noteStop: () => void
  readonly moveInList: (step: 1 | -1) => void
}

/** One thing that can be done in the window: its name, its keys, and what it does when no page says otherwise. */
export interface Command {
  readonly id: string
  /** Key of its name in the wording. */
  readonly label: string
  readonly icon: LucideIcon
  /** `Mod` is Ctrl, on a Mac the command key; a space separates keys that are pressed one after the other. */
  readonly keys?: string
  readonly group: 'go' | 'do' | 'page'
  /** Other words under which the palette finds it: a key of the wording, words separated by spaces. */
  readonly otherWords?: string
  readonly practiceOnly?: boolean
  /** Left out of the palette: it only makes sense as a key. */
  readonly keyOnly?: boolean
  /** Works also while a person types or a dialog is open. */
  readonly always?: boolean
  readonly perform?: (actions: WindowActions) => void
}

/** Every command of the window. Buttons, shortcuts, the palette and the list of keys are made from this table. */
export const COMMANDS = [
  place('today', Sun, 'g t', '/'),
  place('forms', Files, 'g f', '/forms'),
  place('people', ContactRound, 'g p', '/people'),
  place('messages', MessagesSquare, 'g m', '/messages'),
  place('compose', PenLine, 'g c', '/compose'),
  place('schedule', CalendarDays, 'g s', '/schedule'),
  place('settings', Settings, 'g e', '/settings'),
  deed('new_message', MessageSquarePlus, 'n', (actions) => actions.goTo('/compose', 'new')),
  deed('add_form', FilePlus2, 'f', (actions) => actions.goTo('/forms', 'add')),
  deed('print_forms', Printer, 'p', (actions) => actions.goTo('/forms/print')),
  deed('add_day_sheet', FileSpreadsheet, undefined, (actions) => actions.goTo('/schedule', 'add')),
  deed('add_person', UserPlus, undefined, (actions) => actions.goTo('/people', 'add')),
  deed('note_stop', Octagon, 's', (actions) => actions.noteStop()),
  { ...deed('search', Search, 'Mod+K', (actions) => actions.openPalette()), keyOnly: true, always: true },
  { ...deed('privacy', EyeOff, 'Shift+Escape', (actions) => actions.togglePrivacy()), always: true },
  { ...deed('carrier', PanelRight, undefined, (actions) => actions.openCarrier()), practiceOnly: true },
  deed('keys', Keyboard, '?', (actions) => actions.showKeys()),
  { ...onPage('primary', 'Mod+Enter'), always: true },
  onPage('find', '/'),
  { ...onPage('next', 'j'), perform: (actions: WindowActions) => actions.moveInList(1) },
  { ...onPage('previous', 'k'), perform: (actions: WindowActions) => actions.moveInList(-1) },
  // Out of a field too: what was typed is kept.
  { ...onPage('back', 'Escape'), always: true },
  onPage('set_aside', 'Mod+Backspace'),
  { ...onPage('original', 'Mod+O'), always: true },
  { ...onPage('lines', 'Mod+L'), always: true },
  onPage('wrong_number', 'w'),
  onPage('not_stop', 'o'),
] as const satisfies readonly Command[]

export type CommandId = (typeof COMMANDS)[number]['id']

function place<const Id extends string>(id: Id, icon: LucideIcon, keys: string, path: string) {
  const perform = (actions: WindowActions) => actions.goTo(path)
  return { id: `go.${id}`, label: `place.${id}`, icon, keys, group: 'go', perform } as const
}

function deed<const Id extends string>(
  id: Id,
  icon: LucideIcon,
  keys: string | undefined,
  perform: (actions: WindowActions) => void,
) {
  const label = `command.${id}` as const
  return {
    id: `do.${id}`,
    label,
    icon,
    group: 'do',
    otherWords: `${label}.words`,
    perform,
    ...(keys ? { keys } : {}),
  } as const
}

function onPage<const Id extends string>(id: Id, keys: string) {
  return { id: `page.${id}`, label: `command.${id}`, icon: Keyboard, keys, group: 'page', keyOnly: true } as const
}

/** The command of this id. */
export function commandOf(id: CommandId): Command {
  const found = COMMANDS.find((command) => command.id === id)
  if (!found) throw new Error(`No command ${id}`)
  return found
}
