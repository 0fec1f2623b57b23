import { expect, test } from 'vitest'
import type { CoreEvent } from '../../shared/ipc/contract.ts'
import { createEventHub } from './events.ts'

const EVENT: CoreEvent = { name: 'changed', value: { areas: ['people'] } }

test('everyone who listens hears, until they stop', () => {
  const hub = createEventHub(() => {})
  const heard: string[] = []
  const stop = hub.listen(() => heard.push('first'))
  hub.listen(() => heard.push('second'))
  hub.emit(EVENT)
  stop()
  hub.emit(EVENT)
  expect(heard).toEqual(['first', 'second', 'second'])
})

test('a listener that throws is reported and does not deafen the others', () => {
  const reported: unknown[] = []
  const hub = createEventHub((thrown) => reported.push(thrown))
  let hasHeard = false
  hub.listen(() => {
    throw new Error('deaf')
  })
  hub.listen(() => (hasHeard = true))
  hub.emit(EVENT)
  expect(hasHeard).toBe(true)
  expect(reported).toHaveLength(1)
})
