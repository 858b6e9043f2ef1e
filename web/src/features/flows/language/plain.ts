/** For searching: without accents and case. */
export const plain = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/**
 * How well a search fits something with a name and a description, from 0 for not at all: each word has to stand in one of them. What the name begins with
 * comes first, then where a word of the name begins so, then where the name holds it, then what only the description tells.
 */
export const fitOf = (search: string, name: string, description: string): number => {
  const wanted = plain(search).trim()
  const [called, told] = [plain(name), plain(description)]
  if (!wanted.split(/\s+/).every((word) => `${called} ${told}`.includes(word))) return 0
  if (called.startsWith(wanted)) return 1
  if (` ${called}`.includes(` ${wanted}`)) return 0.9
  return called.includes(wanted) ? 0.8 : 0.5
}
