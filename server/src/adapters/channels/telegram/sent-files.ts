import { LRUCache } from 'lru-cache'
import { list, record, text } from '#platform/foreign-json/loose-json'

const MOST_FILES = 20_000

/**
 * Telegram's ids of files that went out, by bot, file of ours and way of sending: the next time the id goes instead of the bytes. Ids belong to one bot
 * (reference 6.3).
 */
export type SentFiles = { idOf(key: string): string | undefined; learn(key: string, field: string, message: unknown): void; forget(key: string): void }

export const createSentFiles = (): SentFiles => {
  const known = new LRUCache<string, string>({ max: MOST_FILES })
  return {
    idOf: (key) => known.get(key),
    learn: (key, field, message) => {
      const media = record(message)[field]
      const id = text(record(Array.isArray(media) ? list(media).at(-1) : media)['file_id'])
      if (id !== '') known.set(key, id)
    },
    forget: (key) => void known.delete(key),
  }
}
