import { createRequire } from 'node:module'
import { GlobalFonts } from '@napi-rs/canvas'
import { PRINT_FAMILY } from './paper-pen.ts'

/** The two hands that fill the sample sheets; both fonts are under the SIL Open Font License. */
export const HANDS = { slanted: 'nothing-you-could-do', upright: 'over-the-rainbow' } as const

/** One of the two hands. */
export type Hand = keyof typeof HANDS

/** Registers the printed type and the two hands; throws when a font package is not installed. */
export function registerFonts(): void {
  const require = createRequire(import.meta.url)
  const register = (file: string, family: string): void => {
    const path = require.resolve(file)
    if (GlobalFonts.registerFromPath(path, family) === null) throw new Error(`The font could not be read: ${path}`)
  }
  for (const subset of ['latin', 'latin-ext']) {
    register(`@fontsource-variable/source-sans-3/files/source-sans-3-${subset}-wght-normal.woff2`, PRINT_FAMILY)
  }
  for (const font of Object.values(HANDS)) register(`@fontsource/${font}/files/${font}-latin-400-normal.woff2`, font)
}
