import { networkInterfaces } from 'node:os'

/** Reached by this computer alone, as by a tunnel that runs on it. */
export const LOOPBACK = '127.0.0.1'

/** The IPv4 addresses that this computer has now, the loopback first. They change as networks come and go. */
export function ownAddresses(): readonly string[] {
  const found = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const outward = found.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
  return [LOOPBACK, ...new Set(outward)]
}
