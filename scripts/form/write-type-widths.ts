import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fontkit from '@pdf-lib/fontkit'

/** Writes `shared/rules/form-type-widths.ts` anew from the fonts of the printed sheet: run it when a font is replaced. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x1a0, 0x1b0],
  [0x218, 0x21b],
  [0x1ea0, 0x1ef9],
  [0x2013, 0x2014],
  [0x2018, 0x201d],
  [0x2022, 0x2026],
  [0x20ac, 0x20ac],
] as const
const FILES = { 400: 'Regular', 600: 'Semibold', 700: 'Bold' } as const

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const fonts = Object.entries(FILES).map(([weight, name]) => {
  return [weight, fontkit.create(readFileSync(at(`resources/fonts/SourceSans3-${name}.ttf`)))] as const
})
const codes = RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => from + step)).filter(
  (code) => fonts.every(([, font]) => font.hasGlyphForCodePoint(code)),
)
const lines = fonts.map(
  ([weight, font]) => `  ${weight}: [${codes.map((code) => font.glyphForCodePoint(code).advanceWidth).join(', ')}],`,
)
writeFileSync(
  at('shared/rules/form-type-widths.ts'),
  `/**
 * How wide each character of the printed type is, in thousandths of its size, so that a sheet is laid out the same with or
 * without the fonts at hand. Made by scripts/form/write-type-widths.ts. Source: Source Sans 3.052 (Adobe, SIL OFL 1.1).
 */
export const TYPE_CHARACTERS =
  ${JSON.stringify(String.fromCodePoint(...codes))}

/** In the order of {@link TYPE_CHARACTERS}, by weight. */
export const TYPE_WIDTHS = {
${lines.join('\n')}
} as const
`,
)
