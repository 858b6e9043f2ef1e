import type { Readable } from 'node:stream'
import { Failure } from '../failure.ts'

const [QUOTE, BACKSLASH, U] = [0x22, 0x5c, 0x75]

/** Bytes that are kept of a string: more than any text that people write has; what is longer is a file. */
const LONGEST_STRING = 500_000

/** Shortens the strings of a JSON text while it arrives, in whatever pieces: of each the first `longest` bytes stay, and escapes are kept as a whole or not at all. All else stays as it is. */
export const createSparing = (longest: number): ((piece: Buffer) => Buffer) => {
  let isInside = false
  let length = 0
  /** What is still to come of an escape; -1: what follows its backslash. */
  let escape = 0
  let isKept = true
  return (piece) => {
    const left = Buffer.allocUnsafe(piece.length)
    let size = 0
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at]!
      if (!isInside) {
        ;[isInside, length, isKept] = [byte === QUOTE, 0, true]
      } else if (escape !== 0) escape = escape > 0 ? escape - 1 : byte === U ? 4 : 0
      else if (byte === QUOTE) [isInside, isKept] = [false, true]
      else {
        isKept = length < longest
        length += 1
        if (byte === BACKSLASH) escape = -1
      }
      if (isKept) left[size++] = byte
    }
    // A copy: a view would hold on to the whole.
    return Buffer.from(left.subarray(0, size))
  }
}

export const tooLarge = (): Failure => new Failure('too_large', 'too_large', 'The body is larger than this address takes.')

/** A JSON body of at most `most` bytes, whose files are cut short while they arrive; at most `mostKept` of it are held. Rejects with a `Failure`, and lets the rest pass by, as soon as there is more. */
export const readSpared = async (body: Readable, { most, mostKept }: { most: number; mostKept: number }): Promise<Buffer> => {
  const spare = createSparing(LONGEST_STRING)
  const kept: Buffer[] = []
  let [bytes, keptBytes] = [0, 0]
  try {
    for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      const left = spare(piece)
      ;[bytes, keptBytes] = [bytes + piece.length, keptBytes + left.length]
      if (bytes > most || keptBytes > mostKept) throw tooLarge()
      kept.push(left)
    }
  } catch (error) {
    // What is left passes by, so that the caller comes to hear the answer.
    body.resume()
    if (error instanceof Failure) throw error
    throw new Failure('malformed', 'malformed', 'The body broke off.')
  }
  return Buffer.concat(kept)
}
