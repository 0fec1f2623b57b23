import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Envelope } from '../../shared/ipc/contract.ts'

const CORE_CLI = fileURLToPath(new URL('../../electron/core-cli.ts', import.meta.url))

/** One line that the core said. */
export type SaidLine = Readonly<Record<string, unknown>>

/** `npm run core` as a process of its own, spoken to in lines. It can be killed like by a power cut. */
export interface CoreProcess {
  /** Sends a request and waits for its answer. */
  call(method: string, input?: unknown): Promise<Envelope<unknown>>
  /** Writes a line as it is. */
  write(line: string): void
  /** The first line, past or future, that fits. */
  line(fits: (said: SaidLine) => boolean): Promise<SaidLine>
  /** Everything it said on stdout so far. */
  stdout(): string
  /** Everything it said on stderr so far. */
  stderr(): string
  /** Ends its input, and waits for it to end; the answer is its exit code. */
  end(): Promise<number | null>
  terminate(): Promise<number | null>
  kill(): Promise<void>
}

/** Starts `npm run core` on a folder, with the arguments and the environment that are given. */
export function startCoreProcess(
  dataDir: string,
  { args = [], env = {} }: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): CoreProcess {
  const child = spawn(process.execPath, [CORE_CLI, '--data', dataDir, ...args], { env: { ...process.env, ...env } })
  const closed = once(child, 'close')
  const said: SaidLine[] = []
  const listeners = new Set<() => void>()
  let errors = ''
  let lastId = 0
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  child.stdin.on('error', () => undefined) // it may be gone already
  createInterface({ input: child.stdout }).on('line', (text) => {
    said.push(JSON.parse(text) as SaidLine)
    for (const listener of listeners) listener()
  })

  function line(fits: (one: SaidLine) => boolean): Promise<SaidLine> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = said.find(fits)
        if (!found) return
        listeners.delete(look)
        resolve(found)
      }
      listeners.add(look)
      look()
      void closed.then(() => reject(new Error(`The core ended: ${errors}`)))
    })
  }

  async function ended(): Promise<number | null> {
    await closed
    return child.exitCode
  }

  return {
    line,
    write: (text) => void child.stdin.write(`${text}\n`),
    call: async (method, input = {}) => {
      lastId += 1
      const id = lastId
      child.stdin.write(`${JSON.stringify({ id, method, input })}\n`)
      return (await line((one) => one['id'] === id)) as unknown as Envelope<unknown>
    },
    stdout: () => said.map((one) => JSON.stringify(one)).join('\n'),
    stderr: () => errors,
    end: () => {
      child.stdin.end()
      return ended()
    },
    terminate: () => {
      child.kill('SIGTERM')
      return ended()
    },
    kill: async () => {
      child.kill('SIGKILL')
      await closed
    },
  }
}
