import type { AppError } from '../../shared/ipc/errors.ts'
import { err } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type {
  JobAnswer,
  JobChunk,
  JobInput,
  JobName,
  JobRequest,
  JobResult,
  OpenWorkshopLink,
  WorkshopLink,
} from './port.ts'

/** Heavy work on files, done in a process of its own so that the window never waits and a bad file harms nobody. */
export interface Workshop {
  /**
   * Does a job and hands over its chunks as they come. A file that kills the process or takes too long is answered with
   * `file_broken`; the jobs behind it go on in a fresh process.
   */
  run<J extends JobName>(job: J, input: JobInput<J>, onChunk?: (chunk: JobChunk<J>) => void): Promise<JobResult<J>>
  /** Ends the process. Jobs that wait are answered with `file_broken`. */
  close(): void
}

/** Time for one job, in milliseconds: a page takes well under a second, a day sheet of 100,000 rows a few. */
export const JOB_LIMIT_MS: Readonly<Record<JobName, number>> = {
  inspectForm: 20_000,
  renderPage: 20_000,
  prepareMedia: 20_000,
  previewMedia: 20_000,
  readSheet: 20_000,
  printSheets: 60_000,
  parseCsv: 120_000,
}

interface WaitingJob {
  readonly request: JobRequest
  readonly name: string
  readonly limitMs: number
  readonly onChunk: ((chunk: unknown) => void) | undefined
  readonly settle: (result: unknown) => void
}

/** Makes the client of the workshop; the process itself is started by the first job. `limitMs` is for tests. */
export function createWorkshop(openLink: OpenWorkshopLink, limitMs: Partial<typeof JOB_LIMIT_MS> = {}): Workshop {
  const waiting: WaitingJob[] = []
  let link: WorkshopLink | null = null
  let lastJobId = 0
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  function run<J extends JobName>(
    job: J,
    input: JobInput<J>,
    onChunk?: (chunk: JobChunk<J>) => void,
  ): Promise<JobResult<J>> {
    lastJobId += 1
    const request: JobRequest = { jobId: lastJobId, job, input }
    const jobMs = limitMs[job] ?? JOB_LIMIT_MS[job]
    return new Promise((resolve) => {
      // The process is our own code and answers a job with that job's types.
      const answers = { onChunk, settle: resolve } as Pick<WaitingJob, 'onChunk' | 'settle'>
      waiting.push({ request, name: input.name, limitMs: jobMs, ...answers })
      if (isClosed) endFirst(broken(input.name))
      else if (waiting.length === 1) beginFirst()
    })
  }

  /** One job at a time: when the process dies, it is known which file did it. */
  function beginFirst(): void {
    const first = waiting[0]
    if (!first) return
    link ??= openWatchedLink()
    timer = setTimeout(() => link?.close(), first.limitMs)
    link.send(first.request)
  }

  function endFirst(result: unknown): void {
    clearTimeout(timer)
    waiting.shift()?.settle(result)
  }

  function openWatchedLink(): WorkshopLink {
    const opened = openLink()
    opened.onMessage((message) => {
      if (opened === link) take(message as JobAnswer)
    })
    opened.onExit(() => {
      if (opened !== link) return
      link = null
      endFirst(broken(waiting[0]?.name ?? ''))
      beginFirst()
    })
    return opened
  }

  function take(answer: JobAnswer): void {
    if (answer.jobId !== waiting[0]?.request.jobId) return
    if (answer.type === 'chunk') return waiting[0].onChunk?.(answer.chunk)
    endFirst(answer.result)
    beginFirst()
  }

  function close(): void {
    isClosed = true
    const open = link
    link = null
    while (waiting.length > 0) endFirst(broken(waiting[0]?.name ?? ''))
    open?.close()
  }

  return { run, close }
}

function broken(name: string): Result<never, AppError> {
  return err({ code: 'file_broken', name })
}
