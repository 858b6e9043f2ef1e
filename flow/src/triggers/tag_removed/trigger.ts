import { oneOfTags, tagKey } from '../../engine/same-tag.ts'
import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'
import { unwrittenProblems } from '../unwritten.ts'

export const tagRemoved: TriggerBehaviour<'tag_removed'> = {
  listen: ({ tags }) => {
    const isOneOf = oneOfTags(tags)
    return (occasion) => (occasion.type === 'tag_removed' && isOneOf(occasion.tags) ? { rank: rank.event, words: 0 } : null)
  },
  claims: ({ tags }) => tags.map((tag) => ({ what: `tag gone:${tagKey(tag)}`, shown: tag.trim() })),
  problems: ({ tags }) => unwrittenProblems(tags),
}
