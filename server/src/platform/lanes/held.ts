/** A lane as its lease names it. */
export type LaneName = { tenantId: string; queue: string; key: string }

/**
 * What this process works on right now. Only these leases are prolonged: a lane whose claim or return got lost with a database connection
 * is in nobody's hand, and must come free again. Members are compared by identity, because a lane can be taken again before its return is known.
 */
export type HeldLanes = { take(lane: LaneName): void; drop(lane: LaneName): void; all(): LaneName[] }

export const createHeldLanes = (): HeldLanes => {
  const lanes = new Set<LaneName>()
  return { take: (lane) => void lanes.add(lane), drop: (lane) => void lanes.delete(lane), all: () => [...lanes] }
}
