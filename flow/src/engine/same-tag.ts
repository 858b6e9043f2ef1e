/** What tells tags apart: neither their case nor how their letters are composed. */
export const tagKey = (name: string): string => name.trim().normalize('NFC').toLowerCase()

/** Prepares to look for one of these tags among others. */
export const oneOfTags = (wanted: readonly string[]): ((tags: readonly string[]) => boolean) => {
  const keys = new Set(wanted.map(tagKey))
  return (tags) => tags.some((tag) => keys.has(tagKey(tag)))
}

/** Tags after some were put on and others taken off, by name. */
export const retagged = (tags: readonly string[], { add, remove }: { add: readonly string[]; remove: readonly string[] }): string[] => {
  const isGone = oneOfTags(remove)
  const kept = new Map([...tags.filter((tag) => !isGone([tag])), ...add].map((tag) => [tagKey(tag), tag.trim()]))
  return [...kept].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, tag]) => tag)
}
