import { openNodeWorkshop } from '../../electron/workshop/node-link.ts'
import type { JobRequest, OpenWorkshopLink, SheetOutcome } from '../../electron/workshop/port.ts'
import type { CellReading, FieldReading, SheetReading } from '../../shared/domain/form-reading.ts'
import type { CombName } from '../../shared/domain/opt-in-form-layout.ts'
import { jpegFile } from './form-files.ts'

/** One character as sure as can be, or as sure as said. */
export function cell(text: string, confidence = 0.99, alternatives: readonly string[] = []): CellReading {
  return { text, confidence, alternatives: alternatives.map((other) => ({ text: other, confidence: 0.05 })) }
}

/** A field whose every cell is sure, but those that are given. */
export function fieldOf(text: string, doubts: Readonly<Record<number, CellReading>> = {}): FieldReading {
  const cells = Array.from(text, (letter, place) => doubts[place] ?? cell(letter === ' ' ? '' : letter))
  return { text, confidence: Math.min(1, ...cells.map(({ confidence }) => confidence)), cells }
}

const OKAFOR: Readonly<Record<CombName, FieldReading>> = {
  first_name: fieldOf('DANIELLE'),
  last_name: fieldOf('OKAFOR'),
  mobile: fieldOf('2065550155'),
  email: fieldOf('d@example.com'),
  signed_on: fieldOf('11182026'),
}

/** A sheet that was read: every box ticked, signed, nothing doubtful. */
export const EVERYTHING_TICKED: SheetReading = {
  formCode: 'EN-1',
  serial: '000214',
  fields: OKAFOR,
  boxes: {
    care: { mark: 'ticked', confidence: 0.99, doubt: null },
    marketing: { mark: 'ticked', confidence: 0.99, doubt: null },
    group: { mark: 'ticked', confidence: 0.99, doubt: null },
  },
  signature: { isPresent: true, confidence: 0.99 },
  model: 'characters-1',
  tookMs: 312,
}

/** A reading as the workshop hands it over, with a small straightened page. */
export async function readOutcome(reading: SheetReading = EVERYTHING_TICKED): Promise<SheetOutcome> {
  const bytes = new Uint8Array(await jpegFile())
  return { kind: 'read', reading, page: { bytes, widthPx: 60, heightPx: 40, pxPerMm: 8 } }
}

/** What the scripted reader says of a file: an outcome, a broken process, or nothing for as long as the desk is open. */
export type Script = (name: string) => Promise<SheetOutcome | 'dies' | 'hangs'> | SheetOutcome | 'dies' | 'hangs'

/** The real workshop for every job but `readSheet`, whose answers are those of a script. `asked` are the files it was given. */
export function scriptedReader(script: Script): { readonly openLink: OpenWorkshopLink; readonly asked: string[] } {
  const asked: string[] = []
  const openLink: OpenWorkshopLink = () => {
    const real = openNodeWorkshop()
    const hearers: ((message: unknown) => void)[] = []
    real.onMessage((message) => hearers.forEach((hear) => hear(message)))
    const answer = async ({ jobId, input }: JobRequest): Promise<void> => {
      const { name } = input as { readonly name: string }
      asked.push(name)
      const outcome = await script(name)
      if (outcome === 'dies') return real.close()
      if (outcome === 'hangs') return
      const result = { ok: true, value: outcome }
      hearers.forEach((hear) => hear({ jobId, type: 'result', result }))
    }
    return {
      ...real,
      send: (message) => {
        const request = message as JobRequest
        if (request.job === 'readSheet') void answer(request)
        else real.send(message)
      },
      onMessage: (listener) => void hearers.push(listener),
    }
  }
  return { openLink, asked }
}
