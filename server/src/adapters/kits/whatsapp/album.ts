import { isRecord, record, text, words, type Json } from '#platform/foreign-json/loose-json'

/** Envelopes in envelopes that are opened at most. */
const DEEPEST = 10

/**
 * The name that pictures which were sent together share, in a message as telephones exchange it, in whichever of its envelopes it stands: the id of the message that
 * announced the album. Undefined for what belongs to none.
 */
export const albumOf = (message: Json, depth = 0): string | undefined => {
  const association = record(record(message['messageContextInfo'])['messageAssociation'])
  const key = record(association['parentMessageKey'])
  // Told by its name or its number; other kinds are the same picture again, in better quality.
  if (text(association['associationType']) === 'MEDIA_ALBUM' || association['associationType'] === 1) return words(key['id'] ?? key['ID'], 200)
  if (depth === DEEPEST) return undefined
  const inner = Object.values(message).map((part) => record(part)['message']).filter(isRecord) // prettier-ignore
  return inner.map((one) => albumOf(one, depth + 1)).find((name) => name !== undefined)
}
