import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openNodeWorkshop } from '../../electron/workshop/node-link.ts'
import { createWorkshop } from '../../electron/workshop/workshop.ts'
import { harborviewSheet, SHEET_CHOICES } from '../../shared/domain/sample-sheets.ts'
import { lineOf, refusedLine, sentenceOf } from './scan-line.ts'
import type { ScanLine } from './scan-line.ts'

/**
 * Reads files in the workshop process, as the desk does. The sheets that it knows are those that `npm run form` prints. What
 * cannot be read is a line with its reason; the exit code says alone whether there was anything to look at.
 */
const { values: options, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const MODEL_PATH = fileURLToPath(new URL('../../resources/models/characters-1.onnx', import.meta.url))
const VERSIONS = SHEET_CHOICES.map(harborviewSheet)

const workshop = createWorkshop(openNodeWorkshop)
const files = (await Promise.all(positionals.map(filesAt))).flat()
if (files.length === 0) console.error('npm run scan -- [--json] PATH...: there is no file to read.')
for (const file of files) await scanFile(file)
workshop.close()
process.exitCode = files.length > 0 ? 0 : 2

/** The file itself, or every file of a folder by its name. */
async function filesAt(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return [path]
  const names = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)
  return names.toSorted().map((name) => join(path, name))
}

async function scanFile(file: string): Promise<void> {
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return say(refusedLine(file, 1, 'file_missing', 0))
  const given = { name: basename(file), bytes: new Uint8Array(bytes) }
  const startedAt = performance.now()
  const inspected = await workshop.run('inspectForm', given)
  if (!inspected.ok) return say(refusedLine(file, 1, inspected.error.code, performance.now() - startedAt))
  for (let pageNo = 1; pageNo <= inspected.value.pageCount; pageNo += 1) await scanPage(file, given, pageNo)
}

async function scanPage(
  file: string,
  given: { readonly name: string; readonly bytes: Uint8Array },
  pageNo: number,
): Promise<void> {
  const startedAt = performance.now()
  const read = await workshop.run('readSheet', { ...given, pageNo, versions: VERSIONS, modelPath: MODEL_PATH })
  const tookMs = performance.now() - startedAt
  say(read.ok ? lineOf(file, pageNo, read.value, tookMs) : refusedLine(file, pageNo, read.error.code, tookMs))
}

function say(line: ScanLine): void {
  process.stdout.write(`${options.json ? JSON.stringify(line) : sentenceOf(line)}\n`)
}
