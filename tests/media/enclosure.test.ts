import { expect, test } from 'vitest'
import { claimNext } from '../queue/one-message.ts'
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts'
import { type UploadRig, withUploads } from './upload-rig.ts'

function claim({ store, clock }: UploadRig) {
  const nowMs = clock.now()
  return claimNext(store, { nowMs, inboundFreshAtMs: nowMs })
}

test('a message leaves with the links of what it carries, in its order', () =>
  withUploads(async (rig) => {
    const pictures = [await rig.picture(1), await rig.picture(2), await rig.picture(3)]
    await rig.hold(pictures)
    expect(await claim(rig)).toBeNull()
    await rig.settle()
    const links = (await rig.uploads()).map(({ url }) => url)
    const claimed = await claim(rig)
    const attachments = claimed && 'claimed' in claimed ? claimed.claimed.enclosure.attachments : []
    expect(attachments.map(({ kind }) => kind)).toEqual(['image', 'image', 'image'])
    expect(attachments.map(({ url }) => url)).toEqual(links)
  }))

test('a message whose link is over waits, and leaves once there is a new one', () =>
  withUploads(async (rig) => {
    await rig.hold([await rig.picture(1)])
    await rig.settle()
    rig.isOnline = false
    await rig.pass(3 * DAY_MS)
    expect(await claim(rig)).toMatchObject({ kept: { state: 'queued' } })
    expect(await claim(rig)).toBeNull()
    rig.isOnline = true
    await rig.pass(MINUTE_MS)
    const claimed = await claim(rig)
    expect(claimed && 'claimed' in claimed && claimed.claimed.enclosure.attachments).toHaveLength(1)
  }))
