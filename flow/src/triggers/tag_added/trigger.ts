import type { TriggerBehaviour } from '../behaviour.ts'
import { rank } from '../behaviour.ts'
import { unwrittenProblems } from '../unwritten.ts'

const sameTag = (name: string): string => name.trim().normalize('NFC').toLowerCase()

export const tagAdded: TriggerBehaviour<'tag_added'> = {
  listen: ({ tags }) => {
    const wanted = new Set(tags.map(sameTag))
    return (occasion) => (occasion.type === 'tag_added' && occasion.tags.some((tag) => wanted.has(sameTag(tag))) ? { rank: rank.event, words: 0 } : null)
  },
  claims: ({ tags }) => tags.map((tag) => ({ what: `tag:${sameTag(tag)}`, shown: tag.trim() })),
  problems: ({ tags }) => unwrittenProblems(tags),
}
