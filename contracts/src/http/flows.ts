import { commentRoutes } from './flows/comments.ts'
import { draftRoutes } from './flows/drafts.ts'
import { galleryRoutes } from './flows/gallery.ts'
import { importRoutes } from './flows/imports.ts'
import { measureRoutes } from './flows/measures.ts'
import { runRoutes } from './flows/runs.ts'
import { testRoutes } from './flows/tests.ts'
import { triggerRoutes } from './flows/triggers.ts'
import { versionRoutes } from './flows/versions.ts'

export { WhichVersion } from './flows/common.ts'
export { FlowComment } from './flows/comments.ts'
export { Flow, FlowChange, FlowProblem, ListedFlow } from './flows/drafts.ts'
export { GalleryLocale, ReadyMadeFlow } from './flows/gallery.ts'
export { FlowImport, ImportedFlow, Leftover } from './flows/imports.ts'
export { AbTestCompared, Arm, ArmsCompared, DropOff, StepPeople } from './flows/measures.ts'
export { FlowRun, FlowRunCourse, FlowRunEntry, FlowRunQuery, FlowRunState, LostAs } from './flows/runs.ts'
export { FlowTest, TestAct, TestDifference, TestResult, TestTalk, TestTurn } from './flows/tests.ts'
export { FlowConflict, FlowHook } from './flows/triggers.ts'
export { FieldChange, FlowDiff, FlowVersion, PeopleInside, PlannedPublish, PublishBody } from './flows/versions.ts'

/** Everything about flows: their drafts, versions, runs, numbers, tests and what else begins them. */
export const flowRoutes = {
  ...draftRoutes,
  ...galleryRoutes,
  ...importRoutes,
  ...versionRoutes,
  ...runRoutes,
  ...measureRoutes,
  ...testRoutes,
  ...triggerRoutes,
  ...commentRoutes,
} as const
