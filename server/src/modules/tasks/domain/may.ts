/** Whoever acts. `manages`: also with what others have to do. */
export type Doer = { userId: string; manages: boolean }
/** In whose hands a task is, and who made it. */
type Hands = { assigneeId: string | null; createdBy: string }

/** Nobody's tasks are everybody's; somebody's are theirs, their creator's, and those of whoever manages tasks. */
export const mayChange = ({ assigneeId, createdBy }: Hands, { userId, manages }: Doer): boolean =>
  manages || assigneeId === null || assigneeId === userId || createdBy === userId

/** One's own and nobody's go to whomever one likes; what somebody else has, only whoever manages tasks takes from them. */
export const mayGive = ({ assigneeId }: Hands, { userId, manages }: Doer, to: string | null): boolean =>
  to === assigneeId || manages || assigneeId === null || assigneeId === userId

export const mayRemove = ({ createdBy }: Hands, { userId, manages }: Doer): boolean => manages || createdBy === userId
