/** What tells tags apart: neither their case nor how their letters are composed. */
export const tagKey = (name: string): string => name.trim().normalize('NFC').toLowerCase()

/** Prepares to look for one of these tags among others. */
export const oneOfTags = (wanted: readonly string[]): ((tags: readonly string[]) => boolean) => {
  const keys = new Set(wanted.map(tagKey))
  return (tags) => tags.some((tag) => keys.has(tagKey(tag)))
}
