/** Where a text may be cut at best: after a line, else after a word, in its last quarter. */
const cutBefore = (text: string, most: number): number => {
  const head = text.slice(0, most)
  const least = Math.floor(most * 0.75)
  const [line, word] = [head.lastIndexOf('\n') + 1, head.lastIndexOf(' ') + 1]
  if (line > least) return line
  if (word > least) return word
  // Not in the middle of a surrogate pair (reference 6.9).
  return /[\ud800-\udbff]$/.test(head) ? most - 1 : most
}

/** A text in parts of at most `most` UTF-16 units, which is how Telegram counts; together they are the text again. */
export const parts = (text: string, most: number): string[] => {
  const found: string[] = []
  let rest = text
  while (rest.length > most) {
    const end = cutBefore(rest, most)
    found.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...found, rest].filter((part) => part.trim() !== '')
}
