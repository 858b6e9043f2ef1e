import type { FlowDefinition } from '@chasqui/contracts'
import { startId } from '../language/outputs.ts'
import { nodeAt } from './definition-edits.ts'
import { changesBetween } from './merge.ts'
import { same } from './same.ts'

/** What an act did, and to which steps; `startId` stands for the flow itself. Steps that led to what came or went are not named beside it. */
export type Act = { what: 'added' | 'removed' | 'moved' | 'changed'; ids: readonly string[] }

const isOnlyElsewhere = (before: FlowDefinition, after: FlowDefinition, id: string): boolean =>
  same({ ...nodeAt(before, id), position: null }, { ...nodeAt(after, id), position: null })

/** Whether two definitions do the same with customers; where steps stand on the canvas is nothing to them. */
export const saysTheSame = (one: FlowDefinition, other: FlowDefinition): boolean => {
  const { steps, settings } = changesBetween(one, other)
  return Object.keys(settings).length === 0 && Object.keys(steps).every((id) => isOnlyElsewhere(one, other, id))
}

/** The act that made one definition into another, for telling it in a few words. */
export const actBetween = (before: FlowDefinition, after: FlowDefinition): Act => {
  const ids = Object.keys(changesBetween(before, after).steps)
  const added = ids.filter((id) => !nodeAt(before, id))
  if (added.length > 0) return { what: 'added', ids: added }
  const removed = ids.filter((id) => !nodeAt(after, id))
  if (removed.length > 0) return { what: 'removed', ids: removed }
  if (ids.length > 0 && ids.every((id) => isOnlyElsewhere(before, after, id))) return { what: 'moved', ids }
  return { what: 'changed', ids: ids.length > 0 ? ids : [startId] }
}
