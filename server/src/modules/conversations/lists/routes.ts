import { conversationRoutes, viewRoutes, type SavedView } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Actor } from '#platform/http/handler'
import type { Http } from '#platform/http/server'
import type { ConversationsPorts } from '../ports.ts'
import { listConversations } from './conversations.ts'
import { countConversations } from './count.ts'
import { sawMentions } from './mentions.ts'
import { createView, listViews, pinView, readView, removeView, restoreView, updateView, type Shelf } from './saved-views.ts'

const own = ({ userId }: Actor): Shelf => ({ userId, isShared: false })
const shared = ({ userId }: Actor): Shelf => ({ userId, isShared: true })

const subjectOf = ({ id, name }: SavedView) => ({ kind: 'view', id, name })
const factsOf = ({ name, shows }: SavedView) => ({ name, ...shows })

/** The lists of the inbox and the views that are kept under a name. */
export const registerLists = (http: Http, ports: ConversationsPorts): void => {
  http.route(conversationRoutes.list, ({ tx, query, actor }) => listConversations(tx, ports, actor.userId, query))
  http.route(conversationRoutes.counts, ({ tx, query, actor }) => countConversations(tx, ports, actor.userId, query))
  http.route(conversationRoutes.sawMentions, ({ tx, params, actor }) => sawMentions(tx, params.id, actor.userId, ports.now()))
  http.route(viewRoutes.list, async ({ tx, actor }) => ({ items: await listViews(tx, actor.userId) }))
  http.route(viewRoutes.create, ({ tx, body, actor }) => createView(tx, ports, own(actor), body))
  http.route(viewRoutes.update, ({ tx, params, body, actor }) => updateView(tx, ports, own(actor), params.id, body))
  http.route(viewRoutes.remove, async ({ tx, params, actor }) => void (await removeView(tx, ports, own(actor), params.id)))
  http.route(viewRoutes.restore, ({ tx, params, actor }) => restoreView(tx, ports, own(actor), params.id))
  http.route(viewRoutes.pin, ({ tx, params, body, actor }) => pinView(tx, actor.userId, params.id, body.key))
  registerShared(http, ports)
}

const registerShared = (http: Http, ports: ConversationsPorts): void => {
  http.route(viewRoutes.createShared, async ({ tx, body, actor }) => {
    const view = await createView(tx, ports, shared(actor), body)
    tx.record({ subject: subjectOf(view), after: factsOf(view) })
    return view
  })
  http.route(viewRoutes.updateShared, async ({ tx, params, body, actor }) => {
    const before = await readView(tx, actor.userId, params.id, shared(actor))
    const after = await updateView(tx, ports, shared(actor), params.id, body)
    tx.record({ subject: subjectOf(after), ...difference(factsOf(before), factsOf(after)) })
    return after
  })
  http.route(viewRoutes.removeShared, async ({ tx, params, actor }) => {
    const view = await removeView(tx, ports, shared(actor), params.id)
    tx.record({ subject: subjectOf(view), before: factsOf(view) })
  })
  http.route(viewRoutes.restoreShared, async ({ tx, params, actor }) => {
    const view = await restoreView(tx, ports, shared(actor), params.id)
    tx.record({ subject: subjectOf(view), after: factsOf(view) })
    return view
  })
}
