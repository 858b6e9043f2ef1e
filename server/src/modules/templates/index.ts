/**
 * Message templates: what may be sent when the service window is closed, as the providers of channels have them.
 * Owns: templates.template, templates.sync. Publishes: template.changed.
 */
import { templateRoutes } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { Http } from '#platform/http/server'
import type { QueueHandler } from '#platform/lanes/handler'
import { checkTemplate } from './check.ts'
import { rereadQueue, takeNews } from './news.ts'
import type { TemplateNews, TemplatesPorts } from './ports.ts'
import { syncTemplates } from './sync.ts'
import { listSyncs, listTemplates, readCategories, unknownTemplates } from './views.ts'

/** A channel that was removed meanwhile, or has no templates any more, has none to be read. */
const unlessRemoved = (error: unknown) => {
  if (!(error instanceof Failure)) throw error
}

export const createTemplates = (ports: TemplatesPorts) => ({
  /** Refuses a template that the provider has not, or that lacks values. */
  check: (tx: Tx, channelId: string, content: Parameters<typeof checkTemplate>[2]) => checkTemplate(tx, channelId, content),
  /** What templates of a channel are to their provider. */
  categories: readCategories,
  /** Names that no template has, as far as that is known. */
  unknown: unknownTemplates,
  sync: (tenantId: string, channelId: string) => syncTemplates(ports, tenantId, channelId),
  /** What the provider tells of one template. */
  takeNews: (tx: Tx, channelId: string, news: TemplateNews) => takeNews(tx, ports, channelId, news),
  /** Reads the templates of a channel again because its provider told that they changed. */
  jobs: {
    queue: rereadQueue,
    concurrency: 1,
    outside: (tenantId, [job]) => syncTemplates(ports, tenantId, (job!.payload as { channelId: string }).channelId).catch(unlessRemoved),
    handle: async () => {},
  } satisfies QueueHandler,
  registerRoutes: (http: Http): void => {
    http.route(templateRoutes.list, ({ tx, query }) => listTemplates(tx, query))
    http.route(templateRoutes.syncs, async ({ tx }) => ({ items: await listSyncs(tx) }))
    http.route(templateRoutes.sync, ({ body, actor }) => syncTemplates(ports, actor.tenantId!, body.channelId))
  },
})
export type Templates = ReturnType<typeof createTemplates>
