import type { Judge } from './judge.ts'

/** What the messages say; it must be found nowhere but in the store and on the wire. */
export const SECRET_WORDS = 'Simulated words that nobody else may read'

/** Neither the window nor the log is told what a message says unless it asks for that message. */
export function checkTold(judge: Judge, news: unknown): void {
  const told = news instanceof Error ? String(news) : JSON.stringify(news)
  if (told.includes(SECRET_WORDS)) judge.accuse('I14', 'The words of a message were told')
  if (news instanceof Error && !isStoreFailure(news)) judge.accuse('defect', news.stack ?? news.message)
}

export function isStoreFailure(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    cause.name === 'SqliteError' &&
    'code' in cause &&
    /FULL|BUSY|IOERR/.test(String(cause.code))
  )
}
