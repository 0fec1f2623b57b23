import { z } from 'zod'
import type { CellReading, CharacterGuess } from '../../../shared/domain/form-reading.ts'
import { SURE_CONFIDENCE } from '../../../shared/domain/form-reading.ts'

/** What may stand in a field's cells. */
export type CharacterAlphabet = 'digits' | 'letters' | 'email'

/** The classes of the model that are no character. */
export const EMPTY_CLASS = 'empty'
export const STRUCK_CLASS = 'struck'

const SIGNS: Readonly<Record<CharacterAlphabet, RegExp>> = {
  digits: /^[0-9]$/,
  letters: /^[A-Z'-]$/,
  email: /^[A-Z0-9@._+-]$/,
}

const ALTERNATIVES = 3

const characterCard = z.object({
  name: z.string().min(1),
  classes: z.array(z.string().min(1)).min(2),
  /** Scores are divided by this before they become confidences; measured for each alphabet. */
  temperature: z.object({
    digits: z.number().positive(),
    letters: z.number().positive(),
    email: z.number().positive(),
  }),
})

/** What the reader must know of a model: the meaning of its outputs and how far to trust them. */
export type CharacterCard = z.infer<typeof characterCard>

/** Reads the JSON beside a model; throws if it is no such card. */
export function readCharacterCard(json: string): CharacterCard {
  return characterCard.parse(JSON.parse(json))
}

/** A class that a field's cell may be: its place among the outputs and what it reads as, in an address a small letter. */
export interface AlphabetClass {
  readonly name: string
  readonly place: number
  readonly text: string
}

/** The classes of an alphabet, those of an empty and of a struck-out cell among them. */
export function alphabetClasses(card: CharacterCard, alphabet: CharacterAlphabet): readonly AlphabetClass[] {
  return card.classes.flatMap((name, place) => {
    if (name === EMPTY_CLASS || name === STRUCK_CLASS) return [{ name, place, text: '' }]
    if (!SIGNS[alphabet].test(name)) return []
    return [{ name, place, text: alphabet === 'email' ? name.toLowerCase() : name }]
  })
}

/**
 * Turns the model's scores of one cell into a reading in one alphabet: what the field cannot hold is left out before the
 * confidences are shared among the rest. A struck-out character is never sure, so that a person looks at it.
 */
export function alphabetScorer(
  card: CharacterCard,
  alphabet: CharacterAlphabet,
): (scores: ArrayLike<number>) => CellReading {
  const temperature = card.temperature[alphabet]
  const members = alphabetClasses(card, alphabet)
  return (scores) => {
    const highest = Math.max(...members.map(({ place }) => scores[place] ?? -Infinity))
    const weights = members.map(({ place }) => Math.exp(((scores[place] ?? -Infinity) - highest) / temperature))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const ranked = members
      .map(({ name, text }, place) => ({ name, text, confidence: (weights[place] ?? 0) / total }))
      .toSorted((left, right) => right.confidence - left.confidence)
    const [best] = ranked
    if (best === undefined || !Number.isFinite(best.confidence)) return { text: '', confidence: 0, alternatives: [] }
    const confidence = best.name === STRUCK_CLASS ? Math.min(best.confidence, JUST_UNSURE) : best.confidence
    return { text: best.text, confidence, alternatives: nextGuesses(ranked, best.text) }
  }
}

/** A struck-out cell is at most this sure: just enough to be looked at. */
const JUST_UNSURE = SURE_CONFIDENCE - 0.01

function nextGuesses(ranked: readonly CharacterGuess[], chosen: string): readonly CharacterGuess[] {
  const texts = new Set([chosen])
  const next: CharacterGuess[] = []
  for (const { text, confidence } of ranked) {
    if (texts.has(text)) continue
    texts.add(text)
    next.push({ text, confidence })
    if (next.length === ALTERNATIVES) break
  }
  return next
}
