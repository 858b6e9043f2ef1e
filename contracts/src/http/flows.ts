import { draftRoutes } from './flows/drafts.ts'
import { versionRoutes } from './flows/versions.ts'

export { WhichVersion } from './flows/common.ts'
export { Flow, FlowChange, FlowProblem } from './flows/drafts.ts'
export { FieldChange, FlowDiff, FlowVersion, PeopleInside, PlannedPublish, PublishBody } from './flows/versions.ts'

/** Everything about flows: their drafts, versions, runs, numbers and tests. */
export const flowRoutes = { ...draftRoutes, ...versionRoutes } as const
