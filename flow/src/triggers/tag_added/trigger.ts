import { oneOfTags, tagKey } from '../../engine/same-tag.ts'
import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'
import { unwrittenProblems } from '../unwritten.ts'

export const tagAdded: TriggerBehaviour<'tag_added'> = {
  listen: ({ tags }) => {
    const isOneOf = oneOfTags(tags)
    return (occasion) => (occasion.type === 'tag_added' && isOneOf(occasion.tags) ? { rank: rank.event, words: 0 } : null)
  },
  claims: ({ tags }) => tags.map((tag) => ({ what: `tag:${tagKey(tag)}`, shown: tag.trim() })),
  problems: ({ tags }) => unwrittenProblems(tags),
}
