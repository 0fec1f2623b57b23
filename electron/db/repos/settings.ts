import type { Reader, Writer } from '../schema.ts'

/** Reads what was set under a key, or `undefined`. The caller parses it: a setting may be older than its reader. */
export async function readSetting(reader: Reader, key: string): Promise<unknown> {
  const row = await reader.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row === undefined ? undefined : (JSON.parse(row.value) as unknown)
}

/** Keeps a value under a key. The value is anything that JSON can hold. */
export async function writeSetting(writer: Writer, key: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value)
  await writer
    .insertInto('setting')
    .values({ key, value: json })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json }))
    .execute()
}

/** Takes away what was set under a key. */
export async function removeSetting(writer: Writer, key: string): Promise<void> {
  await writer.deleteFrom('setting').where('key', '=', key).execute()
}
