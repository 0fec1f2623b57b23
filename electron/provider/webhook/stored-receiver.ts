import { z } from 'zod'
import { readSetting, removeSetting, writeSetting } from '../../db/repos/settings.ts'
import type { Reader, Writer } from '../../db/schema.ts'
import { LOOPBACK } from './own-addresses.ts'

const settings = z.object({
  isOn: z.boolean(),
  host: z.string(),
  port: z.number(),
  signatureSecret: z.string().nullable(),
})

/** Where the receiver listens, secret included: it stays between the store and the receiver, and nowhere else. */
export type ReceiverSettings = Readonly<z.infer<typeof settings>>

const memory = z.object({
  listenedUntilMs: z.number().nullable(),
  catchingUpUntilMs: z.number().nullable(),
  lastHeardAtMs: z.number().nullable(),
})

/** Up to when somebody listened, until when the provider may still bring what came before, and when a webhook came last. */
export type ReceiverMemory = Readonly<z.infer<typeof memory>>

const SETTINGS = 'webhook_receiver'
const MEMORY = 'webhook_receiver.memory'

const FIRST: ReceiverSettings = { isOn: false, host: LOOPBACK, port: 8730, signatureSecret: null }

/** Reads how the receiver is set: off, until somebody says otherwise. */
export async function readReceiverSettings(reader: Reader): Promise<ReceiverSettings> {
  const parsed = settings.safeParse(await readSetting(reader, SETTINGS))
  return parsed.success ? parsed.data : FIRST
}

/** Keeps how the receiver is set, in the encrypted store alone. */
export async function writeReceiverSettings(writer: Writer, changed: ReceiverSettings): Promise<void> {
  await writeSetting(writer, SETTINGS, changed)
}

/** Turns the receiver off and takes its secret out of the store. */
export async function removeReceiver(writer: Writer): Promise<void> {
  await removeSetting(writer, SETTINGS)
}

/** Reads what the receiver knew when it last ran. */
export async function readReceiverMemory(reader: Reader): Promise<ReceiverMemory> {
  const parsed = memory.safeParse(await readSetting(reader, MEMORY))
  return parsed.success ? parsed.data : { listenedUntilMs: null, catchingUpUntilMs: null, lastHeardAtMs: null }
}

/** Keeps it over a restart. */
export async function writeReceiverMemory(writer: Writer, changed: ReceiverMemory): Promise<void> {
  await writeSetting(writer, MEMORY, changed)
}
