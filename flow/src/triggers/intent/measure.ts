import type { FlowTrigger } from '../../definition.ts'
import { editDistance } from '../../understanding/edit-distance.ts'
import { fold } from '../../understanding/fold.ts'
import type { Said } from '../occasion.ts'
import { refuses, tellingStems } from './stems.ts'

type IntentTrigger = Extract<FlowTrigger, { type: 'intent' }>
type Example = { stems: string[]; refuses: boolean }
type Intent = { trigger: IntentTrigger; flowId: string; examples: Example[] }
/** What is meant by a message, if it is clear; a pure function that was prepared once for all flows of a tenant. */
export type Meant = (said: Said) => IntentTrigger | null

/** Likeness to an example, of 1, from which on it counts, and by how much it has to be ahead of what another flow wants to hear. */
const least = 0.6
const margin = 0.15
/** More telling words than that tell a story, which is nobody's example. */
const mostStems = 25

/**
 * Prepares to tell which of these intents a message has. Words are weighed: one that many intents have tells little. Without a model, so that it
 * answers alike everywhere and at once; whatever is unsure is no match.
 */
export const understandIntents = (intents: readonly { trigger: IntentTrigger; flowId: string }[]): Meant => {
  const known = intents.map(({ trigger, flowId }): Intent => ({
    trigger,
    flowId,
    examples: trigger.examples
      .map((example) => fold(example))
      .map((folded) => ({ stems: tellingStems(folded), refuses: refuses(folded) }))
      .filter(({ stems }) => stems.length > 0),
  }))
  const weigh = weights(known)
  return ({ folded }) => {
    const stems = tellingStems(folded)
    if (stems.length === 0 || stems.length > mostStems || known.length === 0) return null
    const says: Example = { stems, refuses: refuses(folded) }
    const scored = known
      .map((one) => ({ ...one, score: Math.max(0, ...one.examples.map((example) => likeness(says, example, weigh))) }))
      .toSorted((one, other) => other.score - one.score)
    const best = scored[0]!
    const rival = scored.find(({ flowId }) => flowId !== best.flowId)
    return best.score >= least && best.score - (rival?.score ?? 0) >= margin ? best.trigger : null
  }
}

type Weigh = (stem: string) => number

const weights = (intents: Intent[]): Weigh => {
  const having = new Map<string, number>()
  for (const { examples } of intents) for (const stem of new Set(examples.flatMap(({ stems }) => stems))) having.set(stem, (having.get(stem) ?? 0) + 1)
  return (stem) => Math.log(1 + Math.max(1, intents.length) / (having.get(stem) ?? 1))
}

/** How much of the example is said, and how much of what is said is in the example; one without the other is little. */
const likeness = (says: Example, example: Example, weigh: Weigh): number => {
  if (says.refuses !== example.refuses) return 0
  const covered = share(example.stems, says.stems, weigh)
  const meant = share(says.stems, example.stems, weigh)
  return covered + meant === 0 ? 0 : (2 * covered * meant) / (covered + meant)
}

const share = (stems: string[], others: string[], weigh: Weigh): number => {
  const found = stems.reduce((sum, stem) => sum + weigh(stem) * Math.max(0, ...others.map((other) => alike(stem, other))), 0)
  return found / stems.reduce((sum, stem) => sum + weigh(stem), 0)
}

/** The same word, another form of it, or one with a slip of the finger. */
const alike = (one: string, other: string): number => {
  if (one === other) return 1
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length >= 5 && long.startsWith(short) && long.length - short.length <= 4) return 0.9
  return short.length >= 5 && editDistance(one, other, 1) <= 1 ? 0.85 : 0
}
