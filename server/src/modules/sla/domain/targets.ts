import type { Priority, ServiceLevel } from '@chasqui/contracts'
import type { Target } from './clock.ts'
import type { Targets } from './follow.ts'

/** What is promised to a conversation of this priority; null where nothing is. A priority of its own stands for all three. */
export const targetsOf = (level: ServiceLevel, priority: Priority): Targets => {
  const { firstResponse, nextResponse, resolution } = priority === 'normal' ? level : (level.byPriority[priority] ?? level)
  const target = (seconds: number | null): Target | null =>
    seconds === null ? null : { seconds, warnSeconds: Math.max(1, Math.round((seconds * level.warnAt) / 100)) }
  return { first_response: target(firstResponse), next_response: target(nextResponse), resolution: target(resolution) }
}
