/**
 * Fitting texts into what a channel carries. `points` are code points, as channels' limits are counted here; `units` are UTF-16 units, as message content is validated.
 * Cuts fall between graphemes, so that no emoji, flag or accented letter is torn.
 */
export type Room = { points: number; units?: number }

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const pointsIn = (text: string): number => {
  let count = 0
  for (const _ of text) count++
  return count
}

export const fits = (text: string, { points, units = Infinity }: Room): boolean => text.length <= units && (text.length <= points || pointsIn(text) <= points)

const take = (parts: Iterable<string>, { points, units = Infinity }: Room): string => {
  let taken = ''
  let used = 0
  for (const part of parts) {
    used += pointsIn(part)
    if (used > points || taken.length + part.length > units) break
    taken += part
  }
  return taken
}

function* segmentsOf(text: string): Iterable<string> {
  for (const { segment } of graphemes.segment(text)) yield segment
}

/** The longest beginning that fits; inside a grapheme only if that grapheme alone is too long. */
const head = (text: string, room: Room): string => {
  // A window keeps the work in proportion to the room, not to the text.
  const window = text.slice(0, Math.min(text.length, room.points * 2 + 200))
  return take(segmentsOf(window), room) || take(window, room)
}

/** The text, or its beginning with an ellipsis. Empty when there is no room at all. */
export const cut = (text: string, room: Room): string => {
  if (fits(text, room)) return text
  const shorter = { points: room.points - 1, units: (room.units ?? Infinity) - 1 }
  return shorter.points < 1 || shorter.units < 1 ? head(text, room) : `${head(text, shorter).trimEnd()}…`
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
  let rest = room.points < 1 || (room.units ?? 1) < 1 ? '' : text.trim()
  while (rest !== '' && !fits(rest, room) && pieces.length < most - 1) {
    const at = breakBefore(rest, head(rest, room).length)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return rest === '' ? pieces : [...pieces, cut(rest, room)]
}
