/**
 * Fitting texts into what a channel carries. Room is counted in code points, as channels' limits and message content are; some count bytes, too.
 * Cuts fall between graphemes, so that no emoji, flag or accented letter is torn.
 */
let segmenter: Intl.Segmenter | null = null
/** Made for the first text that is too long: that takes ten times longer than to load all of the engine. */
const graphemesOf = (text: string): Intl.Segments => {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

export type Room = number | { points: number; bytes: number }

const pointsIn = (room: Room): number => (typeof room === 'number' ? room : room.points)
const bytesIn = (room: Room): number => (typeof room === 'number' ? Infinity : room.bytes)

/** UTF-8 bytes of a code point. */
const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)

/** Code points of the text, counted no further than just past `most`. */
const pointsUpTo = (text: string, most: number): number => {
  let count = 0
  for (const _ of text) if (++count > most) break
  return count
}

export const fits = (text: string, room: Room): boolean =>
  typeof room === 'number' ? text.length <= room || pointsUpTo(text, room) <= room : unitsOf(text, room) === text.length

/** Where in the text the code points that have room end, in units. */
const unitsOf = (text: string, room: Room): number => {
  const [most, mostBytes] = [pointsIn(room), bytesIn(room)]
  let units = 0
  let bytes = 0
  for (let points = 0; points < most && units < text.length; points++) {
    const point = text.codePointAt(units)!
    bytes += bytesOf(point)
    if (bytes > mostBytes) break
    units += point > 0xffff ? 2 : 1
  }
  return units
}

/** The longest beginning that fits; inside a grapheme only if that grapheme alone is too long. */
const head = (text: string, room: Room): string => {
  const end = unitsOf(text, room)
  if (end >= text.length) return text
  // A window keeps the work in proportion to the room, not to the text.
  const torn = graphemesOf(text.slice(0, end + 200)).containing(end)
  return text.slice(0, torn && torn.index < end && torn.index > 0 ? torn.index : end)
}

/** The text, or its beginning with an ellipsis. Empty when there is no room at all. */
export const cut = (text: string, room: Room): string => {
  if (fits(text, room)) return text
  const rest = withoutEllipsis(room)
  return rest === null ? head(text, room) : `${head(text, rest).trimEnd()}…`
}

/** What an ellipsis leaves of the room; null when that is nothing. */
const withoutEllipsis = (room: Room): Room | null => {
  if (typeof room === 'number') return room > 1 ? room - 1 : null
  const [points, bytes] = [room.points - 1, room.bytes - bytesOf(0x2026)]
  return points > 0 && bytes > 3 ? { points, bytes } : null
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
export const split = (text: string, room: Room, most: number): string[] => {
  const pieces: string[] = []
  let rest = pointsIn(room) < 1 || bytesIn(room) < 4 ? '' : text.trim()
  while (rest !== '' && !fits(rest, room) && pieces.length < most - 1) {
    const at = breakBefore(rest, head(rest, room).length)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return rest === '' ? pieces : [...pieces, cut(rest, room)]
}
