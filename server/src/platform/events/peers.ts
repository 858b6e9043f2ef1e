import { newId } from '../ids.ts'
import type { Hint } from './hints.ts'

/** Longest wait (milliseconds) for the others, whose answers take some 50: whoever asks has a page before them. */
const patience = 500

/**
 * What the other processes have in their memory: asked when somebody wants to see it, so that it costs nothing while it is noted. Never more than what somebody looks
 * at: an answer that is lost is one that is missing, and is told as such.
 */
export type Peers = {
  /** What this process says when another asks for a topic. It has to fit into one notice: some five thousand letters as JSON. */
  answerFor(topic: string, answer: (about: string) => unknown): void
  /** What the others say, in whatever order, and how many of those that live said nothing in time. */
  ask(topic: string, about: string): Promise<{ answers: unknown[]; silent: number }>
}

export const createPeers = ({ share, others }: { share(hint: Hint): void; others(): Promise<number> }): Peers & { hear(hint: Hint): void } => {
  const known = new Map<string, (about: string) => unknown>()
  const waiting = new Map<string, (answer: unknown) => void>()
  return {
    answerFor: (topic, answer) => void known.set(topic, answer),
    ask: async (topic, about) => {
      const expected = await others()
      const answers: unknown[] = []
      if (expected === 0) return { answers, silent: 0 }
      const id = newId()
      await new Promise<void>((resolve) => {
        const giveUp = setTimeout(resolve, patience)
        waiting.set(id, (answer) => {
          if (answers.push(answer) < expected) return
          clearTimeout(giveUp)
          resolve()
        })
        share({ asked: [{ id, topic, about }] })
      })
      waiting.delete(id)
      return { answers, silent: Math.max(0, expected - answers.length) }
    },
    hear: ({ asked = [], answered = [] }) => {
      for (const { id, topic, about } of asked) {
        const answer = known.get(topic)
        if (answer) share({ answered: [{ id, answer: answer(about) }] })
      }
      for (const { id, answer } of answered) waiting.get(id)?.(answer)
    },
  }
}
