import { generateKeyPairSync, sign } from 'node:crypto'

/** Makes a key and a certificate that nobody vouches for, for a TLS server of a test. Source: RFC 5280, 4.1. */
export function selfSigned(): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const algorithm = sequence(SHA256_WITH_RSA, der(0x05, Buffer.alloc(0)))
  const validity = sequence(utcTime('260101000000Z'), utcTime('491231235959Z'))
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const body = sequence(der(0x02, Buffer.from([1])), algorithm, name('wire.test'), validity, name('wire.test'), key)
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]))
  const cert = sequence(body, algorithm, signature).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${cert.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`,
  }
}

const SHA256_WITH_RSA = der(0x06, Buffer.from('2a864886f70d01010b', 'hex'))
const COMMON_NAME = der(0x06, Buffer.from('550403', 'hex'))

function name(text: string): Buffer {
  return sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(text)))))
}

function utcTime(text: string): Buffer {
  return der(0x17, Buffer.from(text))
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts))
}

/** One value of DER: its tag, its length, itself. Source: ITU-T X.690. */
function der(tag: number, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag, ...lengthOf(value.length)]), value])
}

/** As few bytes as will do: DER knows only one way to write a length. */
function lengthOf(size: number): readonly number[] {
  if (size < 128) return [size]
  return size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
}
