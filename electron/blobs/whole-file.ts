import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/**
 * Writes a file so that its name has all of the bytes or none of them, through a crash or a power cut.
 * Throws what the file system says (`ENOSPC`, `EACCES`, `EROFS`); nothing half-written is left behind.
 */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.part`
  try {
    await writeAndSync(unfinished, bytes)
    await rename(unfinished, path)
  } catch (cause) {
    await rm(unfinished, { force: true })
    throw cause
  }
  await syncFolder(dirname(path))
}

/**
 * Makes a folder and those above it, where they are not there yet, so that they are still there after a power cut: a file
 * that was flushed is gone all the same when the name of its folder was not. Throws what the file system says.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    const outermost = await mkdir(resolve(path), { recursive: true })
    if (outermost === undefined) return
    for (let made = resolve(path); made.length >= outermost.length; made = dirname(made))
      await syncFolder(dirname(made))
  } catch (cause) {
    // On a disk that cannot be written Node says that the very folder it was to make is missing.
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw isMissing ? Object.assign(new Error('The folder cannot be made', { cause }), { code: 'EROFS' }) : cause
  }
}

/**
 * Flushes a folder, so that a file that was just renamed into it is still there after a power cut.
 * Windows has no such call and keeps the names in its own journal.
 */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function writeAndSync(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
