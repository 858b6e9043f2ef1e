/**
 * Fitting texts into what a channel carries. Room is counted in code points, as channels' limits and message content are.
 * Cuts fall between graphemes, so that no emoji, flag or accented letter is torn.
 */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Code points of the text, counted no further than just past `most`. */
const pointsUpTo = (text: string, most: number): number => {
  let count = 0
  for (const _ of text) if (++count > most) break
  return count
}

export const fits = (text: string, room: number): boolean => text.length <= room || pointsUpTo(text, room) <= room

/** Where in the text its first `room` code points end, in units. */
const unitsOf = (text: string, room: number): number => {
  let units = 0
  for (let points = 0; points < room && units < text.length; points++) units += text.codePointAt(units)! > 0xffff ? 2 : 1
  return units
}

/** The longest beginning that fits; inside a grapheme only if that grapheme alone is too long. */
const head = (text: string, room: number): string => {
  const end = unitsOf(text, room)
  if (end >= text.length) return text
  // A window keeps the work in proportion to the room, not to the text.
  const torn = graphemes.segment(text.slice(0, end + 200)).containing(end)
  return text.slice(0, torn && torn.index < end && torn.index > 0 ? torn.index : end)
}

/** The text, or its beginning with an ellipsis. Empty when there is no room at all. */
export const cut = (text: string, room: number): string => {
  if (fits(text, room)) return text
  return room > 1 ? `${head(text, room - 1).trimEnd()}…` : head(text, room)
}

/** Where to part a text whose first `length` units fit: after a line, else a sentence, else a word, else where the room ends. */
const breakBefore = (text: string, length: number): number => {
  const window = text.slice(0, length + 1)
  const floor = length / 3
  const line = window.lastIndexOf('\n')
  if (line > floor) return line
  const sentence = Math.max(window.lastIndexOf('. '), window.lastIndexOf('? '), window.lastIndexOf('! ')) + 1
  if (sentence > floor) return sentence
  const word = window.lastIndexOf(' ')
  return word > floor ? word : length
}

/** A text in pieces that fit, in reading order, none empty; the `most`-th is cut if more would be needed. */
export const split = (text: string, room: number, most: number): string[] => {
  const pieces: string[] = []
  let rest = room < 1 ? '' : text.trim()
  while (rest !== '' && !fits(rest, room) && pieces.length < most - 1) {
    const at = breakBefore(rest, head(rest, room).length)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return rest === '' ? pieces : [...pieces, cut(rest, room)]
}
