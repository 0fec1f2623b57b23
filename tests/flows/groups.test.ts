import { expect, test } from 'vitest'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { type TestCore, withCore } from '../support/core.ts'

const OTTO = '+12065550110'
const SUNITA = '+12065550120'
const BAO = '+12065550121'
const RENEE = '+12065550162'
/** Agreed to care alone. */
const ROSA = '+12065550111'
const MALIK_STOPPED = '+12535550123'

type Wanted = { readonly e164: string; readonly personId: string | null }

async function wanted(core: TestCore, numbers: readonly string[]): Promise<Wanted[]> {
  return Promise.all(
    numbers.map(async (phone) => {
      const { people } = await core.ask('people.byPhone', { phone })
      return { e164: phone, personId: people[0]?.id ?? null }
    }),
  )
}

async function start(core: TestCore, numbers: readonly string[], onceKey = 'a press for a group') {
  const members = await wanted(core, numbers)
  return core.ask('groups.start', { members, title: 'Walking group', body: 'We meet at 9 by the pier.', onceKey })
}

function untilItems(core: TestCore, id: string, fits: (story: OutputOf<'groups.get'>) => boolean) {
  return core.until('groups.get', { groupThreadId: id }, fits)
}

test('a preview says who sees whom, who may not be in it and why', () =>
  withCore(async (core) => {
    const members = await wanted(core, [OTTO, SUNITA, ROSA, MALIK_STOPPED, OTTO])
    const preview = await core.ask('groups.preview', { members, body: 'We meet at 9.' })
    expect(preview.members.map(({ displayName }) => displayName)).toEqual(['Otto Lindgren', 'Sunita Gurung'])
    expect(preview.leftOut).toMatchObject([
      { displayName: 'Rosa Delgado', reason: 'not_for_this_purpose', rule: 'consent.group' },
      { displayName: 'Malik Robinson', reason: 'said_stop' },
    ])
    expect(preview).toMatchObject({ problems: [], most: 8, body: 'We meet at 9. Reply STOP to end.' })
  }))

test.each([
  ['one alone', [OTTO], 'We meet.', 'group_too_small'],
  [
    'nine',
    [OTTO, '+14255550114', SUNITA, BAO, '+12065550124', RENEE, '+12065550166', '+15035550149', '+19715550150'],
    'We meet.',
    'group_too_big',
  ],
  ['a field that is one person’s own', [OTTO, SUNITA], 'Hello {first_name}', 'group_field'],
  ['no words', [OTTO, SUNITA], ' ', 'body_empty'],
] as const)('a group of %s is refused with a reason', (_, numbers, body, code) =>
  withCore(async (core) => {
    const order = { members: await wanted(core, numbers), title: '', body, onceKey: 'a press for a group' }
    expect(await core.call('groups.start', order)).toMatchObject({ ok: false, error: { code } })
  }),
)

test('one message is one copy for each, however often it is pressed', () =>
  withCore(async (core) => {
    await core.ask('carrier.set', { isAnswering: false, receiptDelayMs: 0 })
    const [first, second] = await Promise.all([start(core, [OTTO, SUNITA, BAO]), start(core, [BAO, OTTO, SUNITA])])
    expect(second.messageId).toBe(first.messageId)
    const story = await untilItems(core, first.groupThreadId, ({ items }) =>
      items.some((item) => item.kind === 'out' && item.progress.delivered === 3),
    )
    expect(story.items).toHaveLength(1)
    expect(story.members.map(({ displayName }) => displayName)).toEqual(['Otto Lindgren', 'Sunita Gurung', 'Bao Tran'])
    expect((await core.ask('groups.list', {})).groups).toMatchObject([{ title: 'Walking group' }])
  }))

test('the same people have one thread', () =>
  withCore(async (core) => {
    const first = await start(core, [OTTO, SUNITA])
    const again = await start(core, [SUNITA, OTTO], 'another press for it')
    expect(again.groupThreadId).toBe(first.groupThreadId)
    expect(again.messageId).not.toBe(first.messageId)
  }))

const AT = Date.UTC(2026, 10, 24, 18)

test.each<[name: string, options: Parameters<typeof withCore>[1]]>([
  ['', {}],
  [', also where all of it happens within one millisecond', { clock: { now: () => AT } }],
])('who said stop is in no later message, and the thread says that phones begin a new one%s', (_, options) =>
  withCore(async (core) => {
    await core.ask('carrier.set', { isAnswering: false })
    const first = await start(core, [OTTO, SUNITA, BAO])
    await core.ask('people.optOut', { e164: SUNITA, how: 'in_person', words: '' })
    const next = await core.ask('groups.send', {
      groupThreadId: first.groupThreadId,
      body: 'It rains. Tomorrow then.',
      onceKey: 'a press in the group',
    })
    expect(next.groupThreadId).not.toBe(first.groupThreadId)
    expect(next.leftOut).toMatchObject([{ displayName: 'Sunita Gurung', reason: 'said_stop' }])
    const story = await core.ask('groups.get', { groupThreadId: next.groupThreadId })
    expect(story.members.map(({ e164 }) => e164)).toEqual([OTTO, BAO])
    expect(story.items.map(({ kind }) => kind)).toEqual(['out', 'new_thread', 'out'])
    expect(story.items[1]).toMatchObject({ left: [{ displayName: 'Sunita Gurung' }] })
    // Only the first message of a thread tells how to stop.
    expect(story.items[2]).toMatchObject({ body: 'It rains. Tomorrow then.' })
  }, options),
)
