import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CoreParts } from '../../electron/desk/core-parts.ts'
import { createOffice } from '../../electron/desk/create-office.ts'
import { openDesk } from '../../electron/desk/open-desk.ts'
import type { Desk } from '../../electron/desk/open-desk.ts'
import { messageValues } from '../../electron/services/message-values.ts'
import { OPT_OUT_LINES } from '../../electron/services/draft-terms.ts'
import { openNodeWorkshop } from '../../electron/workshop/node-link.ts'
import { createWorkshop } from '../../electron/workshop/workshop.ts'
import { renderBody } from '../../shared/domain/merge-fields.ts'
import { measureBody } from '../../shared/domain/message-body.ts'
import { newUlid } from '../../shared/ids.ts'
import type { ParsedInputOf } from '../../shared/ipc/contract.ts'
import { addManyPeople } from '../../tests/support/many-people.ts'
import { startStepProbe } from './step-probe.ts'

/** How many people the mass text is for. */
export const RECIPIENTS = 100_000

/** What one planning of a mass text took, and what its words alone took in the same run. Milliseconds. */
export interface EnqueueTimes {
  readonly enqueueMs: number
  readonly renderMs: number
  readonly longestStepMs: number
  /** The longest step of the preview of the same draft. */
  readonly previewStepMs: number
}

const APP_VERSION = '0.0.0'
const PASSPHRASE = 'a passphrase of the bench'
const BODY = 'Hi {first_name}, {practice_name} stays closed on Thursday. Please call us for another time.'
const ZONE = 'America/Chicago'

/** Plans a mass text for everyone on an office's own encrypted desk, and words the same copies with nothing around it. */
export async function timeEnqueue(): Promise<EnqueueTimes> {
  const dataDir = await mkdtemp(join(tmpdir(), 'optdesk-bench-'))
  const workshop = createWorkshop(openNodeWorkshop)
  try {
    const desk = await openOffice(partsIn(dataDir, workshop))
    try {
      await addManyPeople(desk.services.store, RECIPIENTS, Date.now())
      const previewStepMs = await longestStepOf(() => preview(desk))
      const renderMs = timeRender()
      const began = performance.now()
      const longestStepMs = await longestStepOf(() => schedule(desk))
      return { enqueueMs: performance.now() - began, renderMs, longestStepMs, previewStepMs }
    } finally {
      await desk.close()
    }
  } finally {
    workshop.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function partsIn(dataDir: string, workshop: CoreParts['workshop']): CoreParts {
  const clock = { now: () => Date.now() }
  const random = (size: number) => new Uint8Array(randomBytes(size))
  return {
    dataDir,
    sampleDir: join(import.meta.dirname, '..', '..', 'resources', 'sample'),
    appVersion: APP_VERSION,
    clock,
    random,
    newId: () => newUlid(clock.now(), random),
    workshop,
    emit: () => undefined,
    reportTrouble: (cause) => {
      throw cause
    },
  }
}

async function openOffice(parts: CoreParts): Promise<Desk> {
  const input = { practiceName: 'Bench Clinic', zone: ZONE, language: 'en', staffName: 'Bench' } as const
  const made = await createOffice(parts, { ...input, passphrase: PASSPHRASE })
  if (!made.ok) throw new Error(made.error.code)
  const opened = await openDesk(parts, 'office', { secret: PASSPHRASE })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

const DRAFT = {
  audience: { kind: 'everyone', language: null },
  purpose: 'care',
  emergencyReason: null,
  body: BODY,
  mediaIds: [],
  whenMs: null,
} satisfies ParsedInputOf<'broadcasts.preview'>

async function schedule({ handlers }: Desk): Promise<void> {
  const ordered = { ...DRAFT, title: 'Closed', onceKey: 'a press of a button' }
  const planned = await handlers['broadcasts.schedule']?.(ordered, { caller: 'command_line' })
  if (!planned?.ok || planned.value.deliveries !== RECIPIENTS) throw new Error('Not everyone got a copy')
}

async function preview({ handlers }: Desk): Promise<void> {
  const shown = await handlers['broadcasts.preview']?.(DRAFT, { caller: 'command_line' })
  if (!shown?.ok || shown.value.recipientCount !== RECIPIENTS) throw new Error('Not everyone was counted')
}

async function longestStepOf(work: () => Promise<void>): Promise<number> {
  const probe = startStepProbe()
  await work()
  return probe.stop()
}

function timeRender(): number {
  const sender = { name: 'Bench Clinic', phone: '', zone: ZONE, language: 'en' } as const
  const began = performance.now()
  let segments = 0
  for (let n = 0; n < RECIPIENTS; n += 1) {
    const subject = { givenName: `Given${n % 977}`, familyName: `Family${n}`, appointment: null }
    const rendered = renderBody(BODY, messageValues(subject, sender))
    if (rendered.ok) segments += measureBody(rendered.value + OPT_OUT_LINES.en).segments
  }
  if (segments < RECIPIENTS) throw new Error('Not every copy was worded')
  return performance.now() - began
}
