import { readdir, readFile } from 'node:fs/promises'

/**
 * Proportional set size in MiB of a process and all its descendants: memory that several processes share counts once.
 * Linux only.
 */
export async function treeMemoryMib(rootPid: number): Promise<number> {
  const parents = await readParents()
  const pids = [...parents.keys()].filter((pid) => isBelow(pid, rootPid, parents))
  const sizes = await Promise.all(pids.map(pssKib))
  return sizes.reduce((total, size) => total + size, 0) / 1024
}

async function readParents(): Promise<ReadonlyMap<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const entries = await Promise.all(pids.map(async (pid): Promise<[number, number]> => [pid, await parentOf(pid)]))
  return new Map(entries)
}

/** Field four of `stat`, counted from behind the name, which may hold spaces and brackets. */
async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '') // Ended since it was listed.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0)
}

function isBelow(pid: number, rootPid: number, parents: ReadonlyMap<number, number>): boolean {
  for (let current: number | undefined = pid; current; current = parents.get(current)) {
    if (current === rootPid) return true
  }
  return false
}

async function pssKib(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0)
}
