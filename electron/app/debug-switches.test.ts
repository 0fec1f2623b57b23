import { expect, test } from 'vitest'
import { hasDebugSwitch } from './debug-switches.ts'

test.each([
  '--inspect',
  '--inspect-brk=0',
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--js-flags=--x',
])('%s asks to be let in', (argument) => {
  expect(hasDebugSwitch(['/opt/Optdesk/optdesk', argument])).toBe(true)
})

test('ordinary switches are no concern', () => {
  expect(hasDebugSwitch(['/opt/inspect/optdesk', '--no-sandbox', '--user-data-dir=/tmp/--inspect'])).toBe(false)
})
