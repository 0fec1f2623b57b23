import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/ipc/contract.ts'
import { isTouched } from './events.ts'

const PICTURES = ['media.picture', 'forms.page', 'forms.straightPage']

describe('what is read again', () => {
  it('follows the area that changed', () => {
    expect(isTouched('people.search', ['people'])).toBe(true)
    expect(isTouched('people.get', ['messages'])).toBe(true)
    expect(isTouched('people.search', ['carrier'])).toBe(false)
    expect(isTouched('carrier.get', ['people', 'carrier'])).toBe(true)
  })

  it('knows an area for every read that shows stored data; the sample files and pictures never change', () => {
    const all = ['setup', 'practice', 'forms', 'people', 'appointments', 'messages', 'queue', 'carrier'] as const
    const reads = Object.entries(contract).flatMap(([name, method]) => (method.kind === 'read' ? [name] : []))
    const stored = reads.filter((name) => !name.startsWith('samples.') && !PICTURES.includes(name))
    expect(stored.filter((name) => !isTouched(name, all))).toEqual([])
  })
})
