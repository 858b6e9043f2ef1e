import { z } from 'zod'
import { Id } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { patchOf } from '../patch.ts'
import { OwnReplySettings, Reply, ReplyScope, ReplySettings } from '../reply.ts'
import { route } from '../route.ts'

const one = z.object({ id: Id })
const common = { tenant: 'member', params: null, query: null, body: null, rate: 'write', permission: 'replies.manage', idempotency: true } as const
const own = { ...common, permission: 'conversations.reply' } as const

/** A table as text: a line of headings (shortcut, title, text, folder, in any of our languages), then one line each; `,`, `;` or tabs between. */
const Table = z.string().max(1_000_000).meta({ description: 'a table, or the JSON of canned responses (`short_code`, `content`) of another help desk' })
const Imported = z.object({ created: z.number().int(), changed: z.number().int() }).meta({ id: 'ImportedReplies' })
const imports = 'what has a known shortcut is changed; with one wrong line nothing is done (422, each with its line)'

/** Quick replies: what is said again and again, under a shortcut. */
export const replyRoutes = {
  list: route({
    ...common,
    id: 'replies.list',
    method: 'GET',
    path: '/api/replies',
    summary: 'Quick replies: mine and those of queues and of everybody; with `conversationId` those that can be used there, most used first',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    query: PageQuery.extend({
      conversationId: Id.optional(),
      scope: ReplyScope.optional(),
      folder: z.string().max(60).optional(),
      search: z.string().max(200).optional(),
    }),
    response: { status: 200, body: page(Reply) },
  }),
  folders: route({
    ...common,
    id: 'replies.folders',
    method: 'GET',
    path: '/api/replies/folders',
    summary: 'Folders that have quick replies, and how many',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    response: { status: 200, body: z.object({ items: z.array(z.object({ folder: z.string(), count: z.number().int() })) }) },
  }),
  create: route({
    ...common,
    id: 'replies.create',
    method: 'POST',
    path: '/api/replies',
    audit: 'reply.created',
    summary: 'Add a quick reply for a queue or for everybody',
    body: ReplySettings,
    response: { status: 201, body: Reply },
  }),
  update: route({
    ...common,
    id: 'replies.update',
    method: 'PATCH',
    path: '/api/replies/:id',
    audit: 'reply.changed',
    summary: 'Change a quick reply of a queue or of everybody',
    params: one,
    body: patchOf(ReplySettings),
    response: { status: 200, body: Reply },
  }),
  remove: route({
    ...common,
    id: 'replies.delete',
    method: 'DELETE',
    path: '/api/replies/:id',
    audit: 'reply.removed',
    summary: 'Remove a quick reply of a queue or of everybody',
    params: one,
    response: { status: 204, body: null },
  }),
  import: route({
    ...common,
    id: 'replies.import',
    method: 'POST',
    path: '/api/replies/import',
    audit: 'reply.imported',
    summary: `Add quick replies for a queue or for everybody from a table; ${imports}`,
    body: z.object({ csv: Table, queueId: Id.nullable().default(null) }),
    response: { status: 200, body: Imported },
  }),
  createOwn: route({
    ...own,
    id: 'replies.createOwn',
    method: 'POST',
    path: '/api/replies/own',
    audit: 'reply.created',
    summary: 'Add a quick reply that only I have',
    body: OwnReplySettings,
    response: { status: 201, body: Reply },
  }),
  updateOwn: route({
    ...own,
    id: 'replies.updateOwn',
    method: 'PATCH',
    path: '/api/replies/own/:id',
    audit: 'reply.changed',
    summary: 'Change a quick reply of mine',
    params: one,
    body: patchOf(OwnReplySettings),
    response: { status: 200, body: Reply },
  }),
  removeOwn: route({
    ...own,
    id: 'replies.deleteOwn',
    method: 'DELETE',
    path: '/api/replies/own/:id',
    audit: 'reply.removed',
    summary: 'Remove a quick reply of mine',
    params: one,
    response: { status: 204, body: null },
  }),
  importOwn: route({
    ...own,
    id: 'replies.importOwn',
    method: 'POST',
    path: '/api/replies/own/import',
    audit: 'reply.imported',
    summary: `Add quick replies that only I have from a table; ${imports}`,
    body: z.object({ csv: Table }),
    response: { status: 200, body: Imported },
  }),
} as const
