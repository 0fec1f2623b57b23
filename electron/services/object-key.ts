import type { RandomBytes } from '../random-share.ts'

/** Some networks tell what they fetch by the end of its address. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
  'video/3gpp': '3gp',
  'text/vcard': 'vcf',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
}

const KEY_BYTES = 32

/** Makes the name under which an object is put: 256 random bits and the ending of its kind. It says nothing of anybody. */
export function newObjectKey(random: RandomBytes, mediaType: string): string {
  return `${Buffer.from(random(KEY_BYTES)).toString('base64url')}.${ENDINGS[mediaType] ?? 'bin'}`
}
