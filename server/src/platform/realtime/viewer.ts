import type { HiddenField, Reach } from '@chasqui/contracts'

/** The person behind a socket, as far as rooms and notices need to know them. */
export type Viewer = {
  userId: string
  name: string
  tenantId: string
  sessionId: string
  mayReadConversations: boolean
  mayUseSimulator: boolean
  seesAllJobs: boolean
  /** Whether they may see what goes on in queues and with people. */
  mayWatchLive: boolean
  mayReadFlows: boolean
  mayManageFlows: boolean
  reach: Reach
  hides: readonly HiddenField[]
  /** Whose conversations their reach takes in beside their own; asked only where it does. */
  teammates: readonly string[]
  onlyLooks?: boolean
  /** Somebody of the host works as this person, who is not here for it. */
  standsIn?: boolean
  expiresAt: Date
}
