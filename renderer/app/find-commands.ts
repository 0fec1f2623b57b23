import type { TextOf } from '../i18n/use-text.ts'
import { COMMANDS } from './commands.ts'
import type { Command } from './commands.ts'

/** The commands whose name or other words hold every word that was typed, whatever its case and accents. */
export function foundCommands(typed: string, text: TextOf): readonly Command[] {
  const words = plain(typed)
    .split(' ')
    .filter((word) => word !== '')
  const all: readonly Command[] = COMMANDS
  return all.toSorted(deedsFirst).filter((command) => {
    if (command.keyOnly === true) return false
    const names = plain(`${text(command.label)} ${command.otherWords ? text(command.otherWords) : ''}`)
    return words.every((word) => names.includes(word))
  })
}

/** Places stand in the side bar anyway; what can be done is what one looks for. */
function deedsFirst(left: Command, right: Command): number {
  return Number(left.group === 'go') - Number(right.group === 'go')
}

function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
