import type { MediaId } from '../../../shared/ids.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { addMedia } from '../../services/add-media.ts'
import { bucketFacts, removeBucket, saveBucket, testBucket } from '../../services/bucket-settings.ts'
import { chooseMediaPreset, mediaLimits } from '../../services/media-limits.ts'
import { mediaPicture } from '../../services/show-media.ts'

type Method = `media.${'add' | 'picture' | 'limits' | 'choosePreset'}` | `bucket.${'get' | 'save' | 'remove' | 'test'}`

/** Pictures and files that go out, and the place from which the networks fetch them. */
export const mediaHandlers: HandlerGroup<Method> = (desk) => ({
  'media.add': (input) => addMedia(desk, input),
  'media.picture': ({ id }) => mediaPicture(desk, id as MediaId),
  'media.limits': async () => ok(await mediaLimits(desk)),
  'media.choosePreset': async ({ preset }) => ok(await chooseMediaPreset(desk, preset)),
  'bucket.get': async () => ok(bucketFacts(desk)),
  'bucket.save': (given) => saveBucket(desk, given),
  'bucket.remove': async () => ok(await removeBucket(desk)),
  'bucket.test': () => testBucket(desk),
})
