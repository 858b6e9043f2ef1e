import { z } from 'zod'
import { Id } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'
import { MessageTemplate, TemplateSync } from '../template.ts'

const common = { params: null, query: null, body: null, permission: 'conversations.read', rate: 'read', idempotency: false } as const

/** Message templates: what may be sent when the service window is closed. */
export const templateRoutes = {
  list: route({
    ...common,
    id: 'templates.list',
    method: 'GET',
    path: '/api/templates',
    tenant: 'member',
    summary: 'Templates by name, as they were read from the providers the last time; `usable`: only those that can be sent now',
    query: PageQuery.extend({ channelId: Id.optional(), usable: z.enum(['true', 'false']).optional(), search: z.string().max(200).optional() }),
    response: { status: 200, body: page(MessageTemplate) },
  }),
  syncs: route({
    ...common,
    id: 'templates.syncs',
    method: 'GET',
    path: '/api/templates/syncs',
    tenant: 'member',
    summary: 'When the templates of each channel were read',
    response: { status: 200, body: z.object({ items: z.array(TemplateSync) }) },
  }),
  sync: route({
    ...common,
    id: 'templates.sync',
    method: 'POST',
    path: '/api/templates/sync',
    tenant: 'none',
    audit: { none: 'reads what the provider has; nothing of the organisation changes' },
    summary: 'Read the templates of a channel from its provider now; within a minute after the last time answers with that one',
    permission: 'conversations.reply',
    rate: 'write',
    body: z.object({ channelId: Id }),
    response: { status: 200, body: TemplateSync },
  }),
} as const
