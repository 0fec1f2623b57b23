import Database from 'better-sqlite3'
import type { ParsedInputOf } from '../../shared/ipc/contract.ts'
import { openOffice } from '../support/office-desk.ts'

/**
 * An office desk in a process of its own that plans a mass text for everyone and kills itself just before its n-th statement
 * of the planning: `node plan-child.ts FOLDER N`. It prints what was planned when it comes to the end.
 */
const [, , dir = '', dieAt = ''] = process.argv
const statement = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1')) as Record<
  'run' | 'all',
  (this: { readonly source: string }, ...given: unknown[]) => unknown
>
let isPlanning = false
let count = 0
for (const way of ['run', 'all'] as const) {
  const real = statement[way]
  statement[way] = function (...given) {
    isPlanning ||= this.source.includes('from "phone_number" inner join "person"')
    if (isPlanning && (count += 1) === Number(dieAt)) process.kill(process.pid, 'SIGKILL')
    return real.apply(this, given)
  }
}

const desk = await openOffice(dir)
const ordered = {
  audience: { kind: 'everyone', language: null },
  purpose: 'care',
  emergencyReason: null,
  body: 'Hi {first_name}, we stay closed on Thursday.',
  mediaIds: [],
  whenMs: null,
  perDay: 1500,
  title: 'Closed',
  onceKey: 'a press of a button',
} satisfies ParsedInputOf<'broadcasts.schedule'>
const planned = await desk.handlers['broadcasts.schedule']?.(ordered, { caller: 'command_line' })
process.stdout.write(JSON.stringify(planned?.ok ? planned.value : planned?.error))
await desk.close()
