import type { Happening, PastReactions } from '#channels'
import { list, number, record, words, type Json } from '#platform/foreign-json/loose-json'

/** `emoji` null: taken back. `at`: milliseconds since 1970. */
type Given = { by: keyof PastReactions; emoji: string | null; at: number }

/** Those that the telephone tells within a message of the past. */
export const reactionsBeside = (message: Json): Given[] =>
  list(message['reactions']).map((given) => {
    const { fromMe, text, at } = record(given)
    return { by: fromMe === true ? 'agent' : 'contact', emoji: words(text, 50) ?? null, at: number(at) ?? 0 }
  })

/** Those that stand in the chat as messages of their own, by the id of the message that they are about. */
export const reactionsApart = (happenings: Happening[]): Map<string, Given[]> => {
  const reactions = happenings.flatMap((one) => (one.type === 'reaction' ? [one] : []))
  return new Map(
    [...Map.groupBy(reactions, ({ providerMessageId }) => providerMessageId)].map(([id, all]) => [
      id,
      all.map(({ origin, emoji, at }) => ({ by: origin === 'contact' ? ('contact' as const) : ('agent' as const), emoji, at: Date.parse(at) })),
    ]),
  )
}

/** Each has one reaction to a message: the one given last. */
export const lastOfEach = (given: Given[]): PastReactions =>
  Object.fromEntries(
    [...Map.groupBy(given, ({ by }) => by)].flatMap(([by, all]) => {
      const { emoji } = all.reduce((last, one) => (one.at >= last.at ? one : last))
      return emoji === null ? [] : [[by, emoji]]
    }),
  )
