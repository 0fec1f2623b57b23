import { describe, expect, it } from 'vitest'
import { groupPhone } from './phone-text.ts'

describe('a phone number on the screen', () => {
  it.each(['2065550142', '+12065550142', '206.555.0142', '1 206 555 0142', '(206) 555-0142'])('groups %s', (typed) => {
    expect(groupPhone(typed)).toBe('(206) 555-0142')
  })

  it.each(['206555', '+442079460018', '206-555-CALL', '2065550142 ext 4', ''])('leaves %j as it was typed', (typed) => {
    expect(groupPhone(typed)).toBe(typed)
  })
})
