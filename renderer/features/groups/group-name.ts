/** A group by its title; one without is called by the people in it. */
export function groupName(group: {
  readonly title: string
  readonly members: readonly { readonly displayName: string }[]
}): string {
  return group.title || group.members.map(({ displayName }) => displayName).join(', ')
}
