import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { composeCore } from './compose.ts'
import { readRequest, writeLine } from './desk/json-lines.ts'
import { createRouter } from './ipc/router.ts'
import type { CallContext, Handlers, Router } from './ipc/router.ts'
import { openNodeWorkshop } from './workshop/node-link.ts'

/**
 * `npm run core -- --data DIR [--provider-url URL]`: the core without a window. One JSON request a line on stdin, one JSON
 * answer or event a line on stdout. The passphrase of an office desk comes from OPTDESK_PASSPHRASE.
 */
const { values: options } = parseArgs({ options: { data: { type: 'string' }, 'provider-url': { type: 'string' } } })

const CALLER: CallContext = { caller: 'command_line' }

if (options.data === undefined) {
  console.error('Say where the data is: npm run core -- --data DIR')
  process.exitCode = 2
} else {
  await serve(options.data, options['provider-url'])
}

async function serve(dataDir: string, providerUrl: string | undefined): Promise<void> {
  const binding = process.env['OPTDESK_SQLITE_BINDING']
  const core = await composeCore({
    dataDir,
    sampleDir: fileURLToPath(new URL('../resources/sample', import.meta.url)),
    appVersion: ownVersion(),
    openLink: openNodeWorkshop,
    ...(providerUrl === undefined ? {} : { providerUrl }),
    ...(binding === undefined ? {} : { nativeBinding: binding }),
  })
  const router = createRouter({
    handlers: core.handlers,
    newReference: () => randomBytes(4).toString('hex'),
    reportDefect: (defect) => console.error(JSON.stringify(defect)),
  })
  core.onEvent(({ name, value }) => say({ event: name, value }))
  await unlockFromEnvironment(core.handlers)
  await answerLines(router)
  await core.close()
  // After a signal the input is still open, and would keep the process.
  process.stdin.destroy()
}

async function unlockFromEnvironment(handlers: Handlers): Promise<void> {
  const secret = process.env['OPTDESK_PASSPHRASE']
  const state = await handlers['setup.state']({}, CALLER)
  if (secret === undefined || !state.ok || state.value.state !== 'locked') return
  const unlocked = await handlers['setup.unlock']({ secret }, CALLER)
  if (!unlocked.ok) console.error(`The office desk stays locked: ${unlocked.error.code}`)
}

/** Answers lines until the input ends or a signal comes; what is under way by then is answered still. */
async function answerLines(router: Router): Promise<void> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity })
  const underWay = new Set<Promise<void>>()
  const stop = (): void => lines.close()
  process.once('SIGTERM', stop).once('SIGINT', stop)
  process.stdout.once('error', stop) // nobody reads any more
  lines.on('line', (line) => {
    if (line.trim() === '') return
    const answering = answer(router, line).finally(() => underWay.delete(answering))
    underWay.add(answering)
  })
  await once(lines, 'close')
  await Promise.all(underWay)
}

async function answer(router: Router, line: string): Promise<void> {
  const request = readRequest(line)
  if (!request.ok) return say({ id: null, ...request })
  const { id, method, input } = request.value
  say({ id, ...(await router.call(method, input, CALLER)) })
}

function say(message: unknown): void {
  process.stdout.write(writeLine(message))
}

function ownVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { readonly version: string }).version
}
