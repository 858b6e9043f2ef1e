import type { AwaitedEvent } from '../../engine/run-state.ts'
import { oneOfTags } from '../../engine/same-tag.ts'

/** Something that happened to a conversation beside what the customer says. */
export type Occurrence = { type: 'tag_added' | 'tag_removed'; tags: readonly string[] } | { type: 'stage_changed'; to: string } | { type: 'webhook' }

/** Whether it is what a run waits for. */
export const isAwaited = (occurrence: Occurrence, awaited: AwaitedEvent): boolean => {
  if (occurrence.type !== awaited.type) return false
  if ('tags' in occurrence) return 'tags' in awaited && oneOfTags(awaited.tags)(occurrence.tags)
  if ('to' in occurrence) return 'stages' in awaited && awaited.stages.some((stage) => stage === occurrence.to)
  return true
}
