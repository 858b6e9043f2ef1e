const width = 120

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The part of a text around the first word of a query, accent-blind, cut at letters with ellipses. */
export const snippetAround = (text: string, query: string): string => {
  const letters = [...text.replace(/\s+/g, ' ')]
  const plain = letters.map((letter) => bare(letter) || letter).join('')
  const wanted =
    bare(query)
      .split(/[^\p{L}\p{N}]+/u)
      .find(Boolean) ?? ''
  const found = wanted ? plain.indexOf(wanted) : -1
  const start = Math.max(0, Math.min(found - width / 3, letters.length - width))
  const from = Math.floor(start)
  const part = letters.slice(from, from + width).join('')
  return `${from > 0 ? '…' : ''}${part}${from + width < letters.length ? '…' : ''}`
}
