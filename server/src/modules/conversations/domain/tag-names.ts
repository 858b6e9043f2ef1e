const plain = (name: string): string => name.normalize('NFC').toLowerCase()
const without = (names: readonly string[], others: readonly string[]): string[] => {
  const gone = new Set(others.map(plain))
  return names.filter((name) => !gone.has(plain(name)))
}

/** Names of tags after some were put on and others taken off, whatever their case; what is both put on and taken off is on. */
export const retagged = (names: readonly string[], { add, remove }: { add: readonly string[]; remove: readonly string[] }): string[] => {
  const kept = without(names, without(remove, add))
  return [...kept, ...without(add, kept)]
}

/** What one list of names has that the other has not. */
export const tagsOnlyIn = without
