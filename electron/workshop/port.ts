import type { RectifiedPage, SheetReading, UnreadCause } from '../../shared/domain/form-reading.ts'
import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import type { Result } from '../../shared/result.ts'
import type { AnySheet } from '../forms/print-any-sheet.ts'
import type { CsvChunk, CsvFile, CsvSummary } from './csv-rows.ts'

/** A line to one workshop process. How it is started is the opener's affair: Electron's utility process or plain Node. */
export interface WorkshopLink {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when the process has ended for whatever reason. */
  onExit(listener: () => void): void
  /** Ends the process. */
  close(): void
}

/** Starts a workshop process. */
export type OpenWorkshopLink = () => WorkshopLink

/** A file in memory with the name it came under. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The kinds of file that a form may come as. */
export type FormMediaType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/tiff' | 'application/pdf'

/** What a form file is, once it was opened and could be read. */
export interface InspectedForm {
  readonly mediaType: FormMediaType
  readonly pageCount: number
}

/** One page, upright, as a JPEG without metadata. */
export interface RenderedPage {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly widthPx: number
  readonly heightPx: number
}

/** A file made ready to go out with a message. Width and height of pictures alone, in pixels. */
export interface PreparedMedia {
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly widthPx: number | null
  readonly heightPx: number | null
}

/** What the reader made of one sheet: a reading with its straightened page, or why there is none. */
export type SheetOutcome =
  | {
      readonly kind: 'read'
      readonly reading: SheetReading
      readonly page: RenderedPage & Pick<RectifiedPage, 'pxPerMm'>
    }
  | { readonly kind: 'unread'; readonly cause: UnreadCause }

/** Blank sheets to make a PDF of, one page for each serial number. */
export interface SheetsJob {
  /** The name of the file that it becomes. */
  readonly name: string
  readonly what: AnySheet
  readonly serials: readonly string[]
  /** The folder of the printed type. */
  readonly fontsDir: string
  /** The time that the file bears. */
  readonly atMs: number
}

/** All work that is too heavy for the main process: what goes in, what comes in pieces meanwhile, what comes out. */
export interface WorkshopJobs {
  readonly inspectForm: { readonly input: NamedBytes; readonly chunk: never; readonly value: InspectedForm }
  /** `pageNo` counts from 1. */
  readonly renderPage: {
    readonly input: NamedBytes & { readonly pageNo: number }
    readonly chunk: never
    readonly value: RenderedPage
  }
  /** `limitBytes` is what is left in the message. */
  readonly prepareMedia: {
    readonly input: NamedBytes & { readonly limitBytes: number }
    readonly chunk: never
    readonly value: PreparedMedia
  }
  /** A small JPEG of a picture that was prepared before. */
  readonly previewMedia: { readonly input: NamedBytes; readonly chunk: never; readonly value: RenderedPage }
  /** `versions` are the editions that may lie before it, `modelPath` the model of characters (`resources/models`). */
  readonly readSheet: {
    readonly input: NamedBytes & {
      readonly pageNo: number
      readonly versions: readonly FormVersion[]
      readonly modelPath: string
    }
    readonly chunk: never
    readonly value: SheetOutcome
  }
  readonly printSheets: {
    readonly input: SheetsJob
    readonly chunk: never
    readonly value: { readonly bytes: Uint8Array<ArrayBuffer> }
  }
  readonly parseCsv: {
    readonly input: CsvFile
    readonly chunk: CsvChunk
    readonly value: CsvSummary
  }
}
export type JobName = keyof WorkshopJobs
export type JobInput<J extends JobName> = WorkshopJobs[J]['input']
export type JobChunk<J extends JobName> = WorkshopJobs[J]['chunk']
export type JobResult<J extends JobName> = Result<WorkshopJobs[J]['value'], AppError>

/** Does one job inside the workshop. */
export type DoJob<J extends JobName> = (
  input: JobInput<J>,
  sendChunk: (chunk: JobChunk<J>) => void,
) => Promise<JobResult<J>>

/** What the core asks of the workshop. */
export interface JobRequest {
  readonly jobId: number
  readonly job: JobName
  readonly input: unknown
}

/** What the workshop answers: any number of chunks, then one result. */
export type JobAnswer =
  | { readonly jobId: number; readonly type: 'chunk'; readonly chunk: unknown }
  | { readonly jobId: number; readonly type: 'result'; readonly result: unknown }
