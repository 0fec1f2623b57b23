// One bootstrap at a time does a step; the others wait for it and then find the work done.
// The lock is a folder, because making a folder is atomic on every file system. Its owner touches it while working;
// a lock that was not touched for a minute, or whose owner is gone, is taken over.

import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'

const HEARTBEAT_MS = 5_000
const STALE_AFTER_MS = 60_000
const LOOK_AGAIN_MS = 500

/** Runs `work` while holding the lock folder at `path`; `onWait` is called once when somebody else holds it. */
export async function whileLocked(path, work, onWait = () => {}) {
  await mkdir(dirname(path), { recursive: true })
  let hasWaited = false
  while (!(await takeLock(path))) {
    if (!hasWaited) onWait()
    hasWaited = true
    if (await isStale(path)) await setAside(path)
    else await wait(LOOK_AGAIN_MS)
  }
  const heartbeat = setInterval(() => touch(path), HEARTBEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    await rm(path, { recursive: true, force: true })
  }
}

async function takeLock(path) {
  try {
    await mkdir(path)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  await writeFile(join(path, 'owner.json'), JSON.stringify({ pid: process.pid, host: hostname() }))
  return true
}

async function isStale(path) {
  try {
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > STALE_AFTER_MS) return true
    const owner = JSON.parse(await readFile(join(path, 'owner.json'), 'utf8'))
    return owner.host === hostname() && !isRunning(owner.pid)
  } catch {
    return false // Released or not yet signed: look again.
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Moves a stale lock away in one step, so that of several waiters only one removes it. */
async function setAside(path) {
  const aside = `${path}.stale-${randomUUID()}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  await rm(aside, { recursive: true, force: true })
}

function touch(path) {
  const now = new Date()
  utimes(path, now, now).catch(() => {}) // A heartbeat that comes after the release has nothing to touch.
}
