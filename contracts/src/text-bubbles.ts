import type { ChannelAbilities } from './channel.ts'

/** UTF-8 bytes of one code point. */
const bytesOf = (letter: string): number => {
  const point = letter.codePointAt(0)!
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_00_00 ? 3 : 4
}

/** UTF-16 units of the longest beginning that one message holds; no code point is cut. */
const roomIn = (text: string, most: number, mostBytes: number): number => {
  let [units, bytes] = [0, 0]
  for (const letter of text) {
    bytes += bytesOf(letter)
    if (units + letter.length > most || bytes > mostBytes) return units
    units += letter.length
  }
  return units
}

/** Where a text may be cut at best: after a line, else after a word, in the last quarter of what fits. */
const cutBefore = (text: string, room: number): number => {
  const head = text.slice(0, room)
  const least = Math.floor(room * 0.75)
  const [line, word] = [head.lastIndexOf('\n') + 1, head.lastIndexOf(' ') + 1]
  return line > least ? line : word > least ? word : room
}

/** A text in the messages of the vendor in which it leaves, which together are the text again; one where the channel has no such limit. */
export const bubblesOf = (text: string, { bubble, bytes = Infinity }: ChannelAbilities['text']): string[] => {
  if (bubble === undefined) return [text]
  const found: string[] = []
  let rest = text
  for (let room = roomIn(rest, bubble, bytes); room < rest.length; room = roomIn(rest, bubble, bytes)) {
    const end = cutBefore(rest, room)
    found.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...found, rest].filter((part) => part.trim() !== '')
}
