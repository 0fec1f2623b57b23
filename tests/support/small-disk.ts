import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A real disk of a few megabytes that can be filled and locked. */
export interface SmallDisk {
  readonly dir: string
  setReadonly(isReadonly: boolean): void
  release(): void
}

/** Only root on Linux may mount one; elsewhere the tests that need it are skipped, which the report shows. */
export const mayMountDisk = process.platform === 'linux' && process.getuid?.() === 0 && tryMount()

/** Mounts a disk in memory of this many megabytes. */
export function mountSmallDisk(sizeMb: number): SmallDisk {
  const dir = mkdtempSync(join(tmpdir(), 'optdesk-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', dir], { stdio: 'ignore' })
  return {
    dir,
    setReadonly: (isReadonly) => {
      execFileSync('mount', ['-o', `remount,${isReadonly ? 'ro' : 'rw'}`, dir], { stdio: 'ignore' })
    },
    release: () => {
      execFileSync('umount', ['--lazy', dir], { stdio: 'ignore' })
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function tryMount(): boolean {
  try {
    mountSmallDisk(1).release()
    return true
  } catch {
    // A container may keep even root from mounting.
    return false
  }
}
