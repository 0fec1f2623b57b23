import { describe, expect, it } from 'vitest'
import { firstReceiverDraft, receiverInput } from './receiver-draft.ts'

const draft = { host: '127.0.0.1', port: '8730', secret: '' }
const portOf = (port: string) => receiverInput({ ...draft, port }, true)?.port

describe('the fields of the receiver', () => {
  it('begin without the secret, and an empty one leaves what is kept', () => {
    const first = firstReceiverDraft({ host: '127.0.0.1', port: 8730, hasSecret: true } as never)
    expect(first).toEqual(draft)
    expect(receiverInput(first, false)).toEqual({ isOn: false, host: '127.0.0.1', port: 8730, signatureSecret: null })
    expect(receiverInput({ ...draft, secret: ' abc ' }, true)?.signatureSecret).toBe('abc')
  })

  it('take a port that an office may use, and nothing else', () => {
    expect(['1024', ' 65535 '].map(portOf)).toEqual([1024, 65_535])
    expect(['', '80', '65536', '8,730', '8730.5', '1e4'].map(portOf)).toEqual(Array(6).fill(undefined))
  })
})
