/** Reads a list of words or phrases with a comma between them. */
export function listed(words: string): readonly string[] {
  return words.split(',').map((word) => word.trim())
}

/** Reads lines of `meant: slip, slip` into a map from each slip to the word that is meant. */
export function slipsOf(lines: string): ReadonlyMap<string, string> {
  const rows = lines.trim().split('\n')
  return new Map(
    rows.flatMap((row) => {
      const [meant = '', slips = ''] = row.split(':')
      return listed(slips).map((slip) => [slip, meant.trim()] as const)
    }),
  )
}
