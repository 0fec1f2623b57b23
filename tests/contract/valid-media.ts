import type { InputOf, MethodName } from '../../shared/ipc/contract.ts'

const NOBODY = '01JD0000000000000000000000'
type MediaMethod = Extract<MethodName, `media.${string}` | `bucket.${string}` | 'carrier.picture'>

/** An input for every method about pictures and files that its schema takes. */
export const VALID_MEDIA: { readonly [M in MediaMethod]: InputOf<M> } = {
  'carrier.picture': { uuid: NOBODY, position: 0 },
  'media.add': { files: [{ name: 'a.png', bytes: new Uint8Array(1) }] },
  'media.picture': { id: NOBODY },
  'media.limits': {},
  'media.choosePreset': { preset: 'usual' },
  'bucket.get': {},
  'bucket.save': {
    endpoint: 'https://127.0.0.1',
    publicEndpoint: null,
    region: 'r',
    bucket: 'b',
    accessKeyId: 'k',
    secretAccessKey: 's',
  },
  'bucket.remove': {},
  'bucket.test': {},
}
