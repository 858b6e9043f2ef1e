import { fold } from '../../understanding/fold.ts'
import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'
import { listenFor } from '../keyword/find-word.ts'

const hour = 3_600_000
/** A template by its name says more than certain words do: whoever wrote for one template means that one. */
const weight = { template: 2, answer: 1 } as const

/** Without any, the one thing that stands for whichever. */
const orAny = (written: readonly string[]): readonly string[] => (written.length === 0 ? [''] : written)

export const broadcastReply: TriggerBehaviour<'broadcast_reply'> = {
  listen: ({ templates, withinHours, answers }) => {
    const wanted = new Set(templates.map((name) => name.trim()))
    const finders = answers.map((words) => listenFor(words, 'exact'))
    const ids = new Set(answers.map((words) => words.trim()))
    const words = (wanted.size > 0 ? weight.template : 0) + (finders.length > 0 ? weight.answer : 0)
    const fit = { rank: words === 0 ? rank.anyBroadcastReply : rank.broadcastReply, words }
    return (occasion) => {
      if (occasion.type !== 'message' || occasion.replyTo === null) return null
      const { template, ageMs } = occasion.replyTo
      if (ageMs > withinHours * hour || (wanted.size > 0 && !wanted.has(template))) return null
      const { text, choiceId } = occasion.message
      const isAnswer = finders.length === 0 || (choiceId !== undefined && ids.has(choiceId)) || finders.some((find) => find(text, occasion.said))
      return isAnswer ? fit : null
    }
  },
  claims: ({ templates, answers }) =>
    orAny(templates).flatMap((template) =>
      orAny(answers).map((answer) => ({
        what: `broadcast_reply:${template.trim()}:${fold(answer) || answer.trim()}`,
        shown: [template.trim(), answer.trim()].filter(Boolean).join(': '),
      })),
    ),
}
