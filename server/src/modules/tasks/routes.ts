import { managesTasks, taskRoutes as routes } from '@chasqui/contracts'
import type { Http, Member } from '#platform/http/server'
import { type By, changeTask, createTask, endTask, removeTask, reopenTask } from './manage.ts'
import type { TasksPorts } from './ports.ts'
import { listTasks, readTask } from './views.ts'

const byOf = ({ userId, keyId, permissions }: Member): By => ({ userId, keyId, manages: permissions.has(managesTasks) })

export const registerRoutes = (http: Http, ports: TasksPorts): void => {
  http.route(routes.list, ({ tx, query, actor }) => listTasks(tx, ports, actor.userId, query))
  http.route(routes.read, ({ tx, params }) => readTask(tx, ports, params.id))
  http.route(routes.create, ({ tx, body, actor }) => createTask(tx, ports, byOf(actor), body))
  http.route(routes.update, ({ tx, params, body, actor }) => changeTask(tx, ports, byOf(actor), params.id, body))
  http.route(routes.complete, ({ tx, params, actor }) => endTask(tx, ports, byOf(actor), params.id, 'completed'))
  http.route(routes.cancel, ({ tx, params, actor }) => endTask(tx, ports, byOf(actor), params.id, 'cancelled'))
  http.route(routes.reopen, ({ tx, params, actor }) => reopenTask(tx, ports, byOf(actor), params.id))
  http.route(routes.remove, ({ tx, params, actor }) => removeTask(tx, ports, byOf(actor), params.id))
}
