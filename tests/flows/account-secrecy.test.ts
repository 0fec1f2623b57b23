import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../electron/db/open.ts'
import { latestAuditEvents } from '../../electron/db/repos/audit-events.ts'
import { openKeyring } from '../../electron/security/keyring.ts'
import { type CoreProcess, startCoreProcess } from '../support/core-process.ts'
import {
  NEW_OFFICE,
  OFFICE_LINE,
  OFFICE_PASSPHRASE,
  PRIVATE_KEY,
  TYPED_ACCOUNT,
  urgentText,
  WIRE_ACCOUNT,
} from '../support/office-account.ts'
import { inTempFolder, TEST_APP_VERSION } from '../support/store.ts'
import { freePort, inboundBody, postWebhook, SIGNATURE_SECRET, signWebhook } from '../support/webhooks.ts'
import { startWireCarrier, type WireCarrier } from '../support/wire-carrier.ts'

const { apiKey, apiSecret } = WIRE_ACCOUNT
/** What nobody may ever read: the secret, alone and as it is signed with, and each line of the private key. */
const PLANTED = [
  apiSecret,
  SIGNATURE_SECRET,
  Buffer.from(`${apiKey}:${apiSecret}`).toString('base64'),
  ...PRIVATE_KEY.split('\n').filter((line) => line.length > 20 && !line.startsWith('-')),
]

/** A webhook that the receiver refuses, and one that it takes. */
async function postWebhooks(port: number): Promise<void> {
  const url = `http://127.0.0.1:${port}/webhooks/inbound`
  const body = inboundBody('Thank you')
  const token = signWebhook(body, { now: () => Date.now() })
  expect(await postWebhook(url, `${body} `, token)).toBe(401)
  expect(await postWebhook(url, body, token)).toBe(200)
}

/** All of the key but its first line. */
const BROKEN_KEY = PRIVATE_KEY.split('\n').toSpliced(1, 1).join('\n')

function plantedIn(bytes: Buffer): readonly string[] {
  const forms = (word: string) => [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(word.replaceAll('/', '\\/')),
  ]
  return PLANTED.filter((word) => forms(word).some((form) => bytes.includes(form)))
}

async function filesIn(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Enters the account, tests it, sends with it, is refused with it, and asks for whatever the core tells. */
async function workWithAccount(core: CoreProcess, carrier: WireCarrier): Promise<readonly unknown[]> {
  const said: unknown[] = []
  const ask = async (method: string, input: unknown = {}) => {
    const answer = await core.call(method, input)
    said.push(answer)
    return answer as { readonly value: { readonly lines: readonly { readonly id: string }[] } }
  }
  await ask('setup.createOffice', NEW_OFFICE)
  const { value } = await ask('lines.list')
  await ask('lines.save', { ...OFFICE_LINE, id: value.lines[0]?.id })
  await ask('account.save', { ...TYPED_ACCOUNT, privateKey: BROKEN_KEY })
  await ask('account.save', { ...TYPED_ACCOUNT, apiSecret: apiSecret.repeat(20) })
  await ask('account.save', TYPED_ACCOUNT)
  await ask('account.test')
  const receiver = { isOn: true, host: '127.0.0.1', port: await freePort() }
  await ask('receiver.save', { ...receiver, signatureSecret: SIGNATURE_SECRET })
  await ask('receiver.save', { ...receiver, signatureSecret: SIGNATURE_SECRET.repeat(20) })
  await postWebhooks(receiver.port)
  await ask('receiver.get')
  await ask('account.setReal', { isOn: true })
  await ask('messages.send', urgentText('+12063210142'))
  await carrier.nextPost()
  carrier.behave({ status: 401, body: 'no' })
  await ask('messages.send', urgentText('+12063210143'))
  await carrier.nextPost()
  await ask('account.get')
  await ask('queue.status')
  await ask('queue.list', { states: ['queued', 'accepted', 'submitted', 'sending'], limit: 10 })
  await ask('setup.state')
  return said
}

test('the secrets of the account stand in no answer, no event, no log, no audit entry and no file', async () => {
  const carrier = await startWireCarrier({ account: WIRE_ACCOUNT })
  await inTempFolder(async (dataDir) => {
    const core = startCoreProcess(dataDir, {
      args: ['--provider-url', carrier.url],
      env: { DEBUG: 'vonage:*', NODE_DEBUG: 'http' },
    })
    const said = await workWithAccount(core, carrier)
    for (const path of await filesIn(dataDir)) expect([path, plantedIn(await readFile(path))]).toEqual([path, []])
    expect(await core.end()).toBe(0)
    expect(plantedIn(Buffer.from(JSON.stringify(said)))).toEqual([])
    expect(plantedIn(Buffer.from(core.stdout()))).toEqual([])
    expect(plantedIn(Buffer.from(core.stderr()))).toEqual([])
    for (const path of await filesIn(dataDir)) expect([path, plantedIn(await readFile(path))]).toEqual([path, []])
    await lookIntoAudit(join(dataDir, 'office'))
  })
  await carrier.close()
}, 90_000)

async function lookIntoAudit(dir: string): Promise<void> {
  const keyring = await openKeyring({ dir, secret: OFFICE_PASSPHRASE })
  if (!keyring.ok) throw new Error(keyring.error.code)
  const { key } = keyring.value
  const clock = { now: () => Date.now() }
  const store = await openStore({ path: join(dir, 'desk.db'), key, appVersion: TEST_APP_VERSION, clock })
  if (!store.ok) throw new Error(store.error.code)
  const events = await latestAuditEvents(store.value.db, 100)
  await store.value.close()
  expect(plantedIn(Buffer.from(JSON.stringify(events)))).toEqual([])
  const switched = events.find(({ action }) => action === 'account.setReal')
  expect(switched).toMatchObject({ staffId: expect.any(String), facts: { isReal: true, caller: 'command_line' } })
}

test('the search for planted secrets would find them where they are', () => {
  expect(plantedIn(Buffer.from(JSON.stringify(TYPED_ACCOUNT)))).not.toEqual([])
  expect(plantedIn(Buffer.from(JSON.stringify({ privateKey: PRIVATE_KEY })))).not.toEqual([])
  expect(plantedIn(Buffer.from(apiSecret, 'utf16le'))).toEqual([apiSecret])
})
