import type { Purpose } from './consent.ts'

/**
 * How many texts a month an opt-in form promised not to exceed for a purpose, read from its wording as `formWording` writes
 * it; of several forms the smallest number. Null where none names one ("how often varies").
 */
export function promisedAMonth(wordings: readonly string[], purpose: Purpose): number | null {
  const promises = wordings.flatMap((wording) => {
    const line = wording.split('\n').find((text) => text.startsWith(`${purpose} | `))
    const frequency = line?.slice(line.lastIndexOf(' | '))
    const count = Number(/\d+/.exec(frequency ?? '')?.[0])
    return Number.isInteger(count) && count > 0 ? [count] : []
  })
  return promises.length === 0 ? null : Math.min(...promises)
}
