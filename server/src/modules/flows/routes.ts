import { type Flow, flowRoutes } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import { registerCallRoutes } from './calls/routes.ts'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { abTestOf } from './measures/ab-test.ts'
import { armsOf } from './measures/arms.ts'
import { conversationsBehind, dropOffOf } from './measures/drop-off.ts'
import { addComment, changeComment, listComments, removeComment } from './comments.ts'
import { createFlow, removeFlow, restoreVersion, updateFlow } from './drafts.ts'
import { readImport } from './imports.ts'
import { createReadyMade, listReadyMade } from './gallery.ts'
import { conflictProblems, listConflicts, publishedFlows } from './beginning/conflicts.ts'
import { callHook, createHook, readHook, removeHook } from './beginning/hooks.ts'
import { listFlows } from './list.ts'
import type { FlowsPorts } from './ports.ts'
import type { RememberingPorts } from './remembering.ts'
import { planPublish, unplanPublish } from './publishing/plan.ts'
import { publishDraft } from './publishing/publish.ts'
import { diffOf, listVersions, versionOfFlow } from './publishing/read.ts'
import { listRuns, readCourse } from './runs/read.ts'
import { retryRun } from './runs/retry.ts'
import { readFlow, type KeptFlow } from './store.ts'
import { problemsOf } from './publishing/world.ts'
import { runTests } from './tests/run.ts'
import { addTest, changeTest, listTests, readTest, removeTest } from './tests/store.ts'

/** Each step by itself, so that a change tells the steps it touched and not the whole flow. */
const flowFacts = ({ name, definition: { nodes, ...rest } }: KeptFlow) => ({
  name,
  ...rest,
  ...Object.fromEntries(Object.entries(nodes).map(([id, node]) => [`step ${id}`, node])),
})

/** What the trail keeps of a flow that was made. */
const recordMade = (tx: Tx, flow: KeptFlow): void => tx.record({ subject: { kind: 'flow', id: flow.id, name: flow.name }, after: flowFacts(flow) })

/** With all that is wrong with it, worked out once for each answer: errors first. */
const withProblems = async (tx: Tx, ports: FlowsPorts, flow: KeptFlow): Promise<Flow> => {
  const problems = [...(await problemsOf(tx, ports, flow)), ...conflictProblems(await publishedFlows(tx), flow)]
  return { ...flow, problems: problems.toSorted((one, other) => one.severity.localeCompare(other.severity)) }
}

export const registerRoutes = (http: Http, ports: RememberingPorts): void => {
  registerDrafts(http, ports)
  registerGallery(http, ports)
  registerVersions(http, ports)
  registerRuns(http, ports)
  registerMeasures(http, ports)
  registerCallRoutes(http, ports)
  registerTests(http, ports)
  registerTriggers(http, ports)
  registerComments(http, ports)
}

const registerDrafts = (http: Http, ports: RememberingPorts): void => {
  http.route(flowRoutes.list, ({ tx, query }) => listFlows(tx, ports, query))
  http.route(flowRoutes.create, async ({ tx, body }) => {
    const flow = await createFlow(tx, ports, body.name, body.definition)
    recordMade(tx, flow)
    return withProblems(tx, ports, flow)
  })
  http.route(flowRoutes.read, async ({ tx, params }) => withProblems(tx, ports, await readFlow(tx, params.id)))
  http.route(flowRoutes.update, async ({ tx, params, body }) => {
    const before = await readFlow(tx, params.id)
    const after = await updateFlow(tx, ports, params.id, body)
    tx.record({ subject: { kind: 'flow', id: after.id, name: after.name }, ...difference(flowFacts(before), flowFacts(after)) })
    return withProblems(tx, ports, after)
  })
  http.route(flowRoutes.restore, async ({ tx, params, body }) => {
    const flow = await restoreVersion(tx, ports, params.id, params.version, body.revision)
    tx.record({ subject: { kind: 'flow', id: flow.id, name: flow.name }, after: { number: flow.draftOf, revision: flow.revision } })
    return withProblems(tx, ports, flow)
  })
  http.route(flowRoutes.remove, async ({ tx, params }) => {
    const { name } = await readFlow(tx, params.id)
    await removeFlow(tx, ports, params.id)
    tx.record({ subject: { kind: 'flow', id: params.id, name }, before: { name } })
  })
}

const registerGallery = (http: Http, ports: FlowsPorts): void => {
  http.route(flowRoutes.gallery, ({ tx, query }) => listReadyMade(tx, ports, query.locale))
  http.route(flowRoutes.createReadyMade, async ({ tx, body }) => {
    const flow = await createReadyMade(tx, ports, body)
    recordMade(tx, flow)
    return withProblems(tx, ports, flow)
  })
  http.route(flowRoutes.readImport, async ({ body }) => readImport(ports, body.file))
}

const registerVersions = (http: Http, ports: FlowsPorts): void => {
  http.route(flowRoutes.publish, ({ tx, params, body, actor }) => publishDraft(tx, ports, params.id, actor.userId, body))
  http.route(flowRoutes.plan, ({ tx, params, body, actor }) => planPublish(tx, ports, params.id, actor, body))
  http.route(flowRoutes.unplan, ({ tx, params }) => unplanPublish(tx, params.id))
  http.route(flowRoutes.versions, ({ tx, params, query }) => listVersions(tx, params.id, query))
  http.route(flowRoutes.version, ({ tx, params }) => versionOfFlow(tx, params.id, params.version))
  http.route(flowRoutes.diff, ({ tx, params, query }) => diffOf(tx, params.id, query))
}

const registerRuns = (http: Http, ports: FlowsPorts): void => {
  http.route(flowRoutes.runs, ({ tx, params, query }) => listRuns(tx, params.id, query))
  http.route(flowRoutes.run, ({ tx, params }) => readCourse(tx, params.id))
  http.route(flowRoutes.retry, ({ tx, params, body, actor }) => retryRun(tx, ports, params.id, actor, body))
}

const registerMeasures = (http: Http, ports: FlowsPorts): void => {
  http.route(flowRoutes.dropOff, ({ tx, params, query }) => dropOffOf(tx, ports, params.id, query))
  http.route(flowRoutes.dropOffConversations, ({ tx, params, query }) => conversationsBehind(tx, ports, params.id, query))
  http.route(flowRoutes.abTest, ({ tx, params, query }) => abTestOf(tx, ports, params.id, query))
  http.route(flowRoutes.arms, ({ tx, params, query }) => armsOf(tx, ports, params.id, query))
}

const registerTests = (http: Http, ports: FlowsPorts): void => {
  http.route(flowRoutes.tests, ({ tx, params, query }) => listTests(tx, params.id, query))
  http.route(flowRoutes.addTest, async ({ tx, params, body, actor }) => {
    const test = await addTest(tx, ports, params.id, actor.userId, body)
    tx.record({ subject: { kind: 'flow', id: params.id }, after: { test: test.name } })
    return test
  })
  http.route(flowRoutes.changeTest, async ({ tx, params, body }) => {
    const before = await readTest(tx, params.id, params.testId)
    const after = await changeTest(tx, ports, params.id, params.testId, body)
    tx.record({ subject: { kind: 'flow', id: params.id }, before: { test: before.name }, after: { test: after.name, turns: after.talk.turns.length } })
    return after
  })
  http.route(flowRoutes.removeTest, async ({ tx, params }) => {
    const { name } = await removeTest(tx, params.id, params.testId)
    tx.record({ subject: { kind: 'flow', id: params.id }, before: { test: name } })
  })
  http.route(flowRoutes.runTests, ({ tx, params, body }) => runTests(tx, ports, params.id, body))
}

const registerComments = (http: Http, ports: FlowsPorts): void => {
  http.route(flowRoutes.comments, ({ tx, params, query }) => listComments(tx, params.id, query))
  http.route(flowRoutes.addComment, async ({ tx, params, body, actor }) => {
    const comment = await addComment(tx, ports, params.id, actor.userId, body)
    tx.record({ subject: { kind: 'flow', id: params.id }, after: { comment: comment.text, step: comment.stepId } })
    return comment
  })
  http.route(flowRoutes.changeComment, async ({ tx, params, body, actor }) => {
    const comment = await changeComment(tx, ports, params.id, params.commentId, actor.userId, body)
    tx.record({ subject: { kind: 'flow', id: params.id }, after: { comment: comment.text, step: comment.stepId, resolved: comment.resolved !== null } })
    return comment
  })
  http.route(flowRoutes.removeComment, async ({ tx, params, actor }) => {
    const comment = await removeComment(tx, params.id, params.commentId, actor.userId)
    tx.record({ subject: { kind: 'flow', id: params.id }, before: { comment: comment.text, step: comment.stepId } })
  })
}

const registerTriggers = (http: Http, ports: FlowsPorts): void => {
  http.route(flowRoutes.conflicts, async ({ tx }) => ({ items: await listConflicts(tx) }))
  http.route(flowRoutes.hook, ({ tx, params }) => readHook(tx, params.id))
  http.route(flowRoutes.createHook, ({ tx, params, actor }) => createHook(tx, ports, params.id, actor.userId))
  http.route(flowRoutes.removeHook, ({ tx, params }) => removeHook(tx, params.id))
  http.route(flowRoutes.callHook, ({ params, body }) => callHook(ports, params.token, body))
}
