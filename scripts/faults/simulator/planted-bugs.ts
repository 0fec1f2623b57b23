/** A mistake that somebody might make, as a change of the program's own text. */
export interface PlantedBug {
  readonly name: string
  /** The rule that the judge must find broken. */
  readonly breaks: string
  readonly changes: readonly { readonly file: string; readonly find: string; readonly put: string }[]
}

/** The judge is worth something only if it finds each of these; every one breaks another promise. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'no look at consent and stops before sending',
    breaks: 'I3',
    changes: [
      {
        file: 'electron/queue/may-leave.ts',
        find: 'const refusal = await refusalOf(reader, candidate, nowMs)',
        put: 'const refusal = null',
      },
      {
        file: 'electron/queue/open-requests.ts',
        find: 'const why = await refusalOf(reader, candidate, nowMs)',
        put: 'const why = null',
      },
    ],
  },
  {
    name: 'an attempt is written down after its request was made',
    breaks: 'I4',
    changes: [
      {
        file: 'electron/queue/claim.ts',
        find: `  await addAttempts(
    trx,
    claimed.map((one) => attemptOf(one, nowMs)),
  )`,
        put: '',
      },
      { file: 'electron/queue/claim.ts', find: 'function attemptOf(', put: 'export function attemptOf(' },
      {
        file: 'electron/queue/send-batch.ts',
        find: 'if (claims.claimed.length > 0) await openAll(parts, line, claims.claimed)',
        put: `if (claims.claimed.length > 0) {
          await openAll(parts, line, claims.claimed)
          const { attemptOf } = await import('./claim.ts')
          const { addAttempts } = await import('../db/repos/attempts.ts')
          await addAttempts(store.db, claims.claimed.map((one) => attemptOf(one, nowMs)))
        }`,
      },
    ],
  },
  {
    name: 'what has no answer counts as not sent',
    breaks: 'I7',
    changes: [
      {
        file: 'electron/queue/consequence.ts',
        find: "return { to: 'in_doubt', why: { ...said, code: 'no_answer' }, changes: {}, line: 'look_first' }",
        put: "return { to: 'queued', why: { ...said, code: 'not_sent' }, changes: {}, line: 'look_first' }",
      },
    ],
  },
  {
    name: 'what was on its way at a crash is sent again',
    breaks: 'I1',
    changes: [
      {
        file: 'electron/queue/recover.ts',
        find: "const move = { from: ['sending'], to: 'in_doubt', by: 'startup', atMs: nowMs, why } as const",
        put: "const move = { from: ['sending'], to: 'queued', by: 'sender', atMs: nowMs, why } as const",
      },
    ],
  },
  {
    name: 'what left just before a crash is left as sending, as if its answer could still come',
    breaks: 'I6',
    changes: [
      {
        file: 'electron/queue/recover.ts',
        find: "for (const { id, attempts } of await deliveriesInStates(trx, ['sending'], ALL)) {",
        put: `for (const { id, attempts, stateAtMs } of await deliveriesInStates(trx, ['sending'], ALL)) {
          if (nowMs - stateAtMs < 60_000) continue`,
      },
    ],
  },
  {
    name: 'nobody looks whether a message is too late',
    breaks: 'P6',
    changes: [
      {
        file: 'electron/queue/look-at-desk.ts',
        find: 'nextExpiryAtMs: await nextExpiryAt(store.db)',
        put: 'nextExpiryAtMs: null',
      },
      {
        file: 'electron/db/repos/waiting-deliveries.ts',
        find: "    .where('delivery.expires_at_ms', '>', nowMs)\n",
        put: '',
      },
    ],
  },
  {
    name: 'sends although nobody knows what came in',
    breaks: 'I11',
    changes: [
      {
        file: 'electron/queue/step.ts',
        find: "return inbound === 'none' || isInboundFresh(freshAt, now)",
        put: "return inbound === 'none' || freshAt !== null || now.wallMs > 0",
      },
    ],
  },
  {
    name: 'an address outvotes the area code',
    breaks: 'A5',
    changes: [
      {
        file: 'electron/queue/lawful-hour.ts',
        find: '[...new Set([...(zone === null ? [] : [zone]), ...zonesOfAreaCode(delivery.e164)])]',
        put: 'zone === null ? zonesOfAreaCode(delivery.e164) : [zone]',
      },
      {
        file: 'electron/services/lawful-slot.ts',
        find: '[...new Set([...(zone === null ? [] : [zone]), ...zonesOfAreaCode(e164)])]',
        put: 'zone === null ? zonesOfAreaCode(e164) : [zone]',
      },
    ],
  },
  {
    name: 'each message of a claim is held against the whole budget',
    breaks: 'A6',
    changes: [{ file: 'electron/queue/claim.ts', find: '      budget = left\n', put: '' }],
  },
  {
    name: 'a receipt that came before the answer is forgotten',
    breaks: 'I8',
    changes: [
      {
        file: 'electron/queue/settle.ts',
        find: '    await applyEarlyReceipts(trx, endings, facts.nowMs)\n',
        put: '    void applyEarlyReceipts\n',
      },
    ],
  },
  {
    name: 'a paused broadcast goes on',
    breaks: 'I12',
    changes: [
      {
        file: 'electron/db/repos/broadcast-turns.ts',
        find: "    .where('broadcast.is_paused', '=', 0)\n",
        put: '',
      },
    ],
  },
  {
    name: 'a stop calls back only what is held',
    breaks: 'P2',
    changes: [
      {
        file: 'electron/services/opt-out-number.ts',
        find: "from: ['held', 'queued'],",
        put: "from: ['held'],",
      },
    ],
  },
  {
    name: 'an older START that is heard of late takes back a newer STOP',
    breaks: 'A1',
    changes: [
      {
        file: 'electron/services/record-inbound.ts',
        find: '  if (await hasSaidStopAfter(trx, e164, sentAtMs)) return\n',
        put: '  void hasSaidStopAfter\n',
      },
    ],
  },
  {
    name: 'a group is not looked at again before its copies leave',
    breaks: 'I15',
    changes: [
      {
        file: 'electron/queue/open-requests.ts',
        find: "return isChanged ? { to: 'queued', why: { code: 'group_changed' } } : null",
        put: 'return isChanged ? null : null',
      },
    ],
  },
  {
    name: 'a restart forgets what was sent today',
    breaks: 'A7',
    changes: [
      {
        file: 'electron/queue/day-book.ts',
        find: 'const { units } = await begunSince(reader, { lineId }, fromMs)',
        put: 'const units = 0',
      },
    ],
  },
  {
    name: 'a line does not wait as long as the provider asks',
    breaks: 'I10',
    changes: [
      {
        file: 'shared/domain/pace.ts',
        find: 'return Math.max(nowMs, pace.patientUntilMs, earnedMs,',
        put: 'return Math.max(nowMs, earnedMs,',
      },
    ],
  },
]
