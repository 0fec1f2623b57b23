import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startWireCarrier } from '../support/wire-carrier.ts'

const adapter = new URL('../../electron/provider/vonage.ts', import.meta.url).href

/** Sends one message in a process of its own, with the SDK's debugging asked for. */
const script = `
  const { connectVonage } = await import(${JSON.stringify(adapter)})
  const account = { apiHost: () => process.env.HOST, apiKey: 'abcd1234', apiSecret: 'S3cretWord', timeoutMs: 10_000 }
  const request = {
    channel: 'sms', attachments: [], participants: [], to: '+12065550142', from: '+12065550100',
    text: 'PlantedWords', clientRef: 'ref.1', ttlSec: 3600,
  }
  console.log((await connectVonage(account).send(request)).class)
`

test('the SDK tells the terminal nothing, whatever the environment asks for', async () => {
  const carrier = await startWireCarrier()
  try {
    const env = { ...process.env, DEBUG: 'vonage:*', HOST: carrier.url }
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env,
    })
    expect(stdout).toBe('ACCEPTED\n')
    expect(stderr).not.toMatch(/S3cretWord|PlantedWords|12065550142|Basic /)
  } finally {
    await carrier.close()
  }
})
