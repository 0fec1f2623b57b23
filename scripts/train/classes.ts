/** What the model can say of a cell, in the order of its outputs. */
export const CLASSES: readonly string[] = [
  ...'0123456789',
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...['@', '.', '-', '_', '+', "'"],
  'empty',
  'struck',
]

/** The place of a class; throws for what the model has no class for. */
export function classOf(name: string): number {
  const place = CLASSES.indexOf(name)
  if (place < 0) throw new Error(`There is no class for "${name}".`)
  return place
}
