/**
 * A name as it is sorted and searched: lower case, without accents, and with wide and joined letters taken apart, so that
 * "Álvarez" stands beside "Alvarez" and is found by "alv".
 */
export function nameKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
