/**
 * What somebody has to do for a contact, by when, and who.
 * Owns: tasks.task. Publishes: task.created, task.changed, task.removed, task.due.
 */
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { planTaskOfFlow, type TaskOfFlow } from './by-flow.ts'
import { handOver, movePerson } from './hand-over.ts'
import type { TasksPorts } from './ports.ts'
import { remind, type TaskTimer } from './remind.ts'
import { registerRoutes } from './routes.ts'

export type { TaskTimer } from './remind.ts'

export type Tasks = ReturnType<typeof createTasks>

export const createTasks = (ports: TasksPorts) => ({
  planByFlow: (tx: Tx, task: TaskOfFlow) => planTaskOfFlow(tx, ports, task),
  remind: (tx: Tx, timer: TaskTimer) => remind(tx, timer),
  /** A member leaves. */
  handOver: (tx: Tx, leaving: { from: string; to: string | null }) => handOver(tx, leaving, ports.now()),
  movePerson: (tx: Tx, joining: { from: string; into: string }) => movePerson(tx, joining, ports.now()),
  registerRoutes: (http: Http) => registerRoutes(http, ports),
})
