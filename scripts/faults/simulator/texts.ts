/** What the simulated phones write: words that end everything, words that may, words that take it back, and plain talk. */
export const OPT_OUT_CORPUS = [
  'STOP',
  'stop please',
  'Unsubscribe',
  'no más',
  'please stop texting me',
  'I think you should stop bothering people',
  'Can you stop by the pharmacy?',
  'START',
  'HELP',
  'YES',
  'See you at 3',
  'Thank you!',
] as const
