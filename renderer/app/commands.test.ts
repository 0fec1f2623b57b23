import { describe, expect, it } from 'vitest'
import { COMMANDS } from './commands.ts'
import type { Command } from './commands.ts'
import { foundCommands } from './find-commands.ts'
import { meaningOf, strokeOf } from './shortcuts.ts'
import { WORDING } from '../i18n/wording.ts'

const press = (key: string, held: { ctrl?: boolean; shift?: boolean } = {}) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  shiftKey: held.shift ?? false,
  metaKey: false,
  altKey: false,
})

describe('the command table', () => {
  const all: readonly Command[] = COMMANDS
  const keyed = all.flatMap((command) => (command.keys === undefined ? [] : [command.keys]))

  it('gives every key and every name once', () => {
    expect(new Set(keyed).size).toBe(keyed.length)
    expect(new Set(all.map((command) => command.id)).size).toBe(all.length)
  })

  it('hides no key behind the beginning of a sequence', () => {
    const beginnings = keyed.filter((keys) => keys.includes(' ')).map((keys) => keys.split(' ')[0])
    expect(keyed.filter((keys) => beginnings.includes(keys))).toEqual([])
  })
})

describe('a key press', () => {
  it('is written as the table writes it', () => {
    expect(strokeOf(press('k', { ctrl: true }))).toBe('Mod+K')
    expect(strokeOf(press('Enter', { ctrl: true }))).toBe('Mod+Enter')
    expect(strokeOf(press('Escape', { shift: true }))).toBe('Shift+Escape')
    expect(strokeOf(press('?', { shift: true }))).toBe('?')
    expect(strokeOf(press('N', { shift: true }))).toBe('n')
    expect(strokeOf(press('Shift', { shift: true }))).toBeUndefined()
  })

  it('goes to a place by two keys, one after the other', () => {
    const begun = meaningOf(COMMANDS, '', 'g')
    expect(begun).toEqual({ kind: 'begun', pending: 'g' })
    expect(meaningOf(COMMANDS, 'g', 'p')).toMatchObject({ kind: 'command', command: { id: 'go.people' } })
  })

  it('counts on its own when it ends no sequence', () => {
    expect(meaningOf(COMMANDS, 'g', 'n')).toMatchObject({ kind: 'command', command: { id: 'do.new_message' } })
    expect(meaningOf(COMMANDS, '', 'z')).toEqual({ kind: 'nothing' })
  })
})

describe('the palette', () => {
  const inSpanish = (key: string) => WORDING.es[key] ?? key

  it('finds a command by any of its words, without accents', () => {
    expect(foundCommands('csv', inSpanish).map((command) => command.id)).toEqual(['do.add_day_sheet'])
    expect(foundCommands('practica compania', inSpanish).map((command) => command.id)).toEqual(['do.carrier'])
  })

  it('offers no command that only makes sense as a key', () => {
    expect(foundCommands('', inSpanish).some((command) => command.keyOnly)).toBe(false)
  })
})
