/** The languages of the window. */
export type Language = 'en' | 'es'

type Area = Readonly<Record<string, string>>

/** Every sentence of one language, by key. Each area has its own file; a key that stands in two files is refused. */
export type Wording = Readonly<Record<string, string>>

const files = {
  en: import.meta.glob<Area>('./en/*.json', { eager: true, import: 'default' }),
  es: import.meta.glob<Area>('./es/*.json', { eager: true, import: 'default' }),
}

/** The wording of each language. */
export const WORDING: Readonly<Record<Language, Wording>> = { en: merge(files.en), es: merge(files.es) }

function merge(areas: Readonly<Record<string, Area>>): Wording {
  const merged: Record<string, string> = {}
  for (const [file, area] of Object.entries(areas)) {
    for (const [key, sentence] of Object.entries(area)) {
      if (key in merged) throw new Error(`The key ${key} of ${file} stands in another file too`)
      merged[key] = sentence
    }
  }
  return merged
}
