import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The two desks: fiction to learn with, and the office's own people. */
export type DeskName = 'practice' | 'office'

const FILE = 'last-desk.json'

/** Which desk was open last in this data folder; the practice desk where nobody knows. Holds nothing about people. */
export async function readLastDesk(dataDir: string): Promise<DeskName> {
  try {
    const note: unknown = JSON.parse(await readFile(join(dataDir, FILE), 'utf8'))
    return typeof note === 'object' && note !== null && 'desk' in note && note.desk === 'office' ? 'office' : 'practice'
  } catch {
    // A note that is missing or torn costs one press of a button, so it never stops a start.
    return 'practice'
  }
}

/** Notes which desk is open. Rejects with the file system's error. */
export async function writeLastDesk(dataDir: string, desk: DeskName): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  const file = join(dataDir, FILE)
  await writeFile(`${file}.new`, `${JSON.stringify({ desk })}\n`)
  await rename(`${file}.new`, file)
}
