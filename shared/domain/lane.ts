/** What a message is: to one person, to a group, a copy of a broadcast, or an answer that Optdesk gives by itself. */
export const MESSAGE_KINDS = ['one', 'group', 'broadcast', 'confirmation', 'opt_out_reply', 'help_reply'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** Whose turn comes first on a line: 0 the answers that the rules ask for, 1 a person or a group, 2 broadcasts. */
export type Lane = 0 | 1 | 2

/** The lane of a message, so that a word to one person never waits behind two thousand others. */
export function laneOf(kind: MessageKind): Lane {
  switch (kind) {
    case 'opt_out_reply':
    case 'help_reply':
      return 0
    case 'one':
    case 'group':
    case 'confirmation':
      return 1
    case 'broadcast':
      return 2
  }
}
