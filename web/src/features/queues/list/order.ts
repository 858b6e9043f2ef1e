/** The same items with the one at `from` standing at `to`. */
export const moved = <Item>(items: readonly Item[], from: number, to: number): Item[] => {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return [...items]
  const rest = items.filter((_, index) => index !== from)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}

/** In the order in which they are tried: the default one takes what is left, so it stands last. */
export const inOrder = <Item extends { position: number; isDefault: boolean; name: string }>(queues: readonly Item[]): Item[] =>
  queues.toSorted((one, other) => Number(one.isDefault) - Number(other.isDefault) || one.position - other.position || one.name.localeCompare(other.name))
