import type { DoJob, JobAnswer, JobName, JobRequest } from './port.ts'
import { inspectForm } from './jobs/inspect-form.ts'
import { parseCsv } from './jobs/parse-csv.ts'
import { prepareMedia, previewMedia } from './jobs/prepare-media.ts'
import { readSheet } from './jobs/read-sheet.ts'
import { printSheetsJob } from './jobs/print-sheets.ts'
import { renderPage } from './jobs/render-page.ts'

/**
 * The workshop process: takes one job after another from whoever started it, and knows neither network nor store.
 * It runs as Electron's utility process and, for scripts and tests, as a plain Node child process.
 */
const jobs: { readonly [J in JobName]: DoJob<J> } = {
  inspectForm,
  renderPage,
  prepareMedia,
  previewMedia,
  readSheet,
  printSheets: printSheetsJob,
  parseCsv: async (file, sendChunk) => parseCsv(file, sendChunk),
}

interface Parent {
  listen(take: (message: unknown) => void): void
  tell(answer: JobAnswer): void
}

const parent = electronParent() ?? nodeParent()
parent.listen((message) => void work(message as JobRequest))

async function work({ jobId, job, input }: JobRequest): Promise<void> {
  const sendChunk = (chunk: unknown): void => parent.tell({ jobId, type: 'chunk', chunk })
  // The client sends each job its own kind of input; the table cannot say so to the compiler.
  const result = await (jobs[job] as (given: unknown, send: (chunk: unknown) => void) => Promise<unknown>)(
    input,
    sendChunk,
  )
  parent.tell({ jobId, type: 'result', result })
}

/** Electron gives its utility processes a port on `process`; Node's types do not know of it. */
function electronParent(): Parent | null {
  interface ElectronPort {
    on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
    postMessage(message: unknown): void
  }
  const port = (process as unknown as { readonly parentPort?: ElectronPort | null }).parentPort
  if (!port) return null
  return {
    listen: (take) => port.on('message', ({ data }) => take(data)),
    tell: (answer) => port.postMessage(answer),
  }
}

function nodeParent(): Parent {
  // Without its parent a workshop has no purpose.
  process.on('disconnect', () => process.exit())
  return {
    listen: (take) => void process.on('message', take),
    tell: (answer) => void process.send?.(answer),
  }
}
