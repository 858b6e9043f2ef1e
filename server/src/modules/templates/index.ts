/**
 * Message templates: what may be sent when the service window is closed, as the providers of channels have them.
 * Owns: templates.template, templates.sync.
 */
import { templateRoutes } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { checkTemplate } from './check.ts'
import type { TemplatesPorts } from './ports.ts'
import { syncTemplates } from './sync.ts'
import { listSyncs, listTemplates } from './views.ts'

export const createTemplates = (ports: TemplatesPorts) => ({
  /** Refuses a template that the provider has not, or that lacks values. */
  check: (tx: Tx, channelId: string, content: Parameters<typeof checkTemplate>[2]) => checkTemplate(tx, channelId, content),
  sync: (tenantId: string, channelId: string) => syncTemplates(ports, tenantId, channelId),
  registerRoutes: (http: Http): void => {
    http.route(templateRoutes.list, ({ tx, query }) => listTemplates(tx, query))
    http.route(templateRoutes.syncs, async ({ tx }) => ({ items: await listSyncs(tx) }))
    http.route(templateRoutes.sync, ({ body, actor }) => syncTemplates(ports, actor.tenantId!, body.channelId))
  },
})
