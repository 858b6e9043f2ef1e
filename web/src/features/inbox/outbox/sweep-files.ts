import { keptKeys, readKept } from '#lib/kept.ts'
import { sweepKeptFiles } from '#lib/kept-files.ts'

/** Where it is written down that a file is wanted, whoever of this browser wrote it. */
const places = ['outbox.', 'attached.', 'voice.']

/** Lets go of kept files that belong to nothing any more: a tab was closed between writing down and letting go. */
export const sweepFiles = (): Promise<void> => {
  const wanted = places.flatMap((place) => keptKeys(place)).map((key) => readKept(key) ?? '')
  return sweepKeptFiles((key) => wanted.some((text) => text.includes(key)))
}
