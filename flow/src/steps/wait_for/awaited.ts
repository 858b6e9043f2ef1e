import type { AwaitedEvent } from '../../engine/run-state.ts'

/** Something that happened to a conversation beside what the customer says. */
export type Occurrence = { type: 'tag_added'; tags: readonly string[] } | { type: 'stage_changed'; to: string } | { type: 'webhook' }

const sameTag = (name: string): string => name.trim().normalize('NFC').toLowerCase()

/** Whether it is what a run waits for. */
export const isAwaited = (occurrence: Occurrence, awaited: AwaitedEvent): boolean => {
  if (occurrence.type === 'tag_added' && awaited.type === 'tag_added') {
    const wanted = new Set(awaited.tags.map(sameTag))
    return occurrence.tags.some((tag) => wanted.has(sameTag(tag)))
  }
  if (occurrence.type === 'stage_changed' && awaited.type === 'stage_changed') return awaited.stages.some((stage) => stage === occurrence.to)
  return occurrence.type === awaited.type
}
