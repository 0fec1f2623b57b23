import { describe, expect, it } from 'vitest'
import { pngFile } from '../../tests/support/form-files.ts'
import { openNodeWorkshop } from './node-link.ts'
import type { JobRequest, OpenWorkshopLink } from './port.ts'
import { createWorkshopAndScanner } from './workshop-and-scanner.ts'

const sheet = { bytes: new Uint8Array(1), pageNo: 1, versions: [], modelPath: '' }

describe('workshop and scanner', () => {
  it('lets a sheet that kills its reader cost neither the work beside it nor the next sheet', async () => {
    let started = 0
    const deadly: OpenWorkshopLink = () => {
      started += 1
      const link = openNodeWorkshop()
      const send = (message: unknown): void =>
        (message as JobRequest & { readonly input: { readonly name: string } }).input.name === 'deadly'
          ? link.close()
          : link.send(message)
      return { ...link, send }
    }
    const both = createWorkshopAndScanner(deadly)
    const beside = both.run('inspectForm', { name: 'import', bytes: await pngFile() })
    const deaths = [
      both.run('readSheet', { ...sheet, name: 'deadly' }),
      both.run('readSheet', { ...sheet, name: 'no form' }),
    ]
    expect(await Promise.all(deaths)).toMatchObject([
      { ok: false, error: { code: 'file_broken', name: 'deadly' } },
      { ok: false, error: { code: 'file_broken', name: 'no form' } },
    ])
    expect(await beside).toMatchObject({ ok: true })
    expect(await both.run('inspectForm', { name: 'import', bytes: await pngFile() })).toMatchObject({ ok: true })
    // The one beside the reader is still the first of its kind.
    expect(started).toBe(3)
    both.close()
  })

  it('answers what waits in both when it is closed', async () => {
    const both = createWorkshopAndScanner(openNodeWorkshop)
    const waiting = [
      both.run('inspectForm', { name: 'a', bytes: await pngFile() }),
      both.run('readSheet', { ...sheet, name: 'b' }),
    ]
    both.close()
    expect(await Promise.all(waiting)).toMatchObject([{ ok: false }, { ok: false }])
  })
})
