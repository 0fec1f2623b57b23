/** A mistake that somebody might make, as a change of the program's own text. */
export interface PlantedBug {
  readonly name: string
  /** The rule that the judge must find broken. */
  readonly breaks: string
  readonly changes: readonly { readonly file: string; readonly find: string; readonly put: string }[]
}

/** The judge is worth something only if it finds each of these. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'no look at consent and stops before sending',
    breaks: 'I3',
    changes: [
      {
        file: 'electron/queue/may-leave.ts',
        find: 'const refusal = await refusalOf(reader, candidate, nowMs)',
        put: 'const refusal = null',
      },
      {
        file: 'electron/queue/open-requests.ts',
        find: 'const why = await refusalOf(reader, candidate, nowMs)',
        put: 'const why = null',
      },
    ],
  },
]
