import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

/** A real keychain of the system, made for one test: a session bus of its own with GNOME's keyring on it. */
export interface SystemKeychain {
  /** What a program needs in its environment to find this keychain and no other. */
  readonly env: Readonly<Record<string, string>>
  /** Takes the keyring daemon away, as if it had never been installed. */
  end(): Promise<void>
  /** Starts the keyring daemon anew, over the same keys or over none: a new user, a repaired computer. */
  start(keys: 'same' | 'none'): Promise<void>
  /** Ends everything and removes the keys. */
  close(): Promise<void>
}

const BUS = '/usr/bin/dbus-daemon'
const ASK_BUS = '/usr/bin/dbus-send'
const KEYRING = '/usr/bin/gnome-keyring-daemon'
/** Opens the throwaway keyring, which holds keys of made-up offices alone. */
const LOGIN_PASSWORD = 'throwaway'

const SECRETS = 'org.freedesktop.secrets'
const PATIENCE_MS = 20_000
const run = promisify(execFile)

/** A bus that starts no service by itself: else a keyring that was taken away would come back when it is asked for. */
const BUS_RULES = `<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`

/** True where a test can have a real keychain. */
export function hasSystemKeychain(): boolean {
  return process.platform === 'linux' && [BUS, ASK_BUS, KEYRING].every((program) => existsSync(program))
}

/** Starts a bus and an unlocked keyring on it, with nothing in it. */
export async function startSystemKeychain(): Promise<SystemKeychain> {
  const home = await mkdtemp(join(tmpdir(), 'optdesk-keychain-'))
  const folders = { XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: join(home, 'run') }
  await mkdir(folders.XDG_RUNTIME_DIR, { mode: 0o700 })
  await writeFile(join(home, 'bus.conf'), BUS_RULES)
  const bus = spawn(BUS, [`--config-file=${join(home, 'bus.conf')}`, '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const env = { ...folders, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus) }
  let keyring: ChildProcess | undefined

  async function end(): Promise<void> {
    await ended(keyring)
    keyring = undefined
  }
  async function start(keys: 'same' | 'none'): Promise<void> {
    await end()
    if (keys === 'none') await rm(env.XDG_DATA_HOME, { recursive: true, force: true })
    keyring = spawn(KEYRING, ['--foreground', '--unlock', '--components=secrets'], {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    keyring.stdin?.end(LOGIN_PASSWORD)
    await answersOn(env)
  }
  async function close(): Promise<void> {
    await end()
    await ended(bus)
    await rm(home, { recursive: true, force: true })
  }

  await start('none')
  return { env, end, start, close }
}

/** The daemon is silent when it is ready, so it is asked until it answers. */
async function answersOn(env: SystemKeychain['env']): Promise<void> {
  const question = ['--session', '--print-reply', `--dest=${SECRETS}`, '/', 'org.freedesktop.DBus.Peer.Ping']
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const isThere = await run(ASK_BUS, question, { env: { ...process.env, ...env } }).then(
      () => true,
      () => false, // Nobody has that name yet.
    )
    if (isThere) return
    if (Date.now() > until) throw new Error('The keyring did not answer on its bus')
  }
}

async function firstLine(program: ChildProcess): Promise<string> {
  if (!program.stdout) throw new Error('Nobody listens to this program')
  for await (const line of createInterface(program.stdout)) return line
  throw new Error('The program ended without a word')
}

async function ended(program: ChildProcess | undefined): Promise<void> {
  if (!program || program.exitCode !== null || program.signalCode !== null) return
  const gone = new Promise((done) => program.once('exit', done))
  program.kill()
  await gone
}
