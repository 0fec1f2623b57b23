import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { whileLocked } from './lock-folder.mjs'

let folder
let lock
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'optdesk-lock-'))
  lock = join(folder, 'locks', 'step')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('of several at once, one works at a time, and the lock is gone afterwards', async () => {
  let working = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++working)
    await new Promise((done) => setImmediate(done))
    working--
  }
  await Promise.all([whileLocked(lock, work), whileLocked(lock, work), whileLocked(lock, work)])
  expect(most).toBe(1)
  expect(existsSync(lock)).toBe(false)
})

test('the lock is released when the work fails', async () => {
  await expect(whileLocked(lock, () => Promise.reject(new Error('full disk')))).rejects.toThrow('full disk')
  expect(existsSync(lock)).toBe(false)
})

test('the lock of a process that is gone is taken over', async () => {
  const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(gone, 'exit')
  await mkdir(lock, { recursive: true })
  await writeFile(join(lock, 'owner.json'), JSON.stringify({ pid: gone.pid, host: hostname() }))
  expect(await whileLocked(lock, async () => 'done')).toBe('done')
})

test('the lock that nobody has touched for a minute is taken over, wherever its owner was', async () => {
  await mkdir(lock, { recursive: true })
  await writeFile(join(lock, 'owner.json'), JSON.stringify({ pid: process.pid, host: 'another-machine' }))
  const twoMinutesAgo = new Date(Date.now() - 120_000)
  await utimes(lock, twoMinutesAgo, twoMinutesAgo)
  let waited = false
  expect(
    await whileLocked(
      lock,
      async () => 'done',
      () => (waited = true),
    ),
  ).toBe('done')
  expect(waited).toBe(true)
})
