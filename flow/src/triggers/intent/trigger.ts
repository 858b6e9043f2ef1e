import { warning } from '../../problems/found.ts'
import { fold } from '../../understanding/fold.ts'
import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'
import { unwritten, unwrittenProblems } from '../unwritten.ts'
import { tellingStems } from './stems.ts'

export const intent: TriggerBehaviour<'intent'> = {
  // Whether it is meant is decided among all flows at once (`measure.ts`).
  listen: (trigger) => (occasion) => (occasion.type === 'message' && occasion.meant === trigger ? { rank: rank.intent, words: 0 } : null),
  claims: ({ examples }) => examples.map((example) => ({ what: `intent:${tellingStems(fold(example)).toSorted().join(' ')}`, shown: example.trim() })),
  problems: ({ examples }) => {
    const empty = examples.filter((example) => example !== unwritten && tellingStems(fold(example)).length === 0)
    return [
      ...unwrittenProblems(examples),
      ...empty.map((example) => warning('example_says_nothing', `“${example.slice(0, 60)}” has no word that tells what somebody wants.`)),
      ...(examples.length < 3 ? [warning('examples_few', 'With fewer than three examples, little of what people write is recognised.')] : []),
    ]
  },
}
