import type { Channels } from '#channels'
import type { Files } from '#files'
import type { Database } from '#platform/database/open'
import type { Http } from '#platform/http/server'
import type { Log } from '#platform/log'
import { createReplies } from '#replies'
import { createTemplates } from '#templates'

type Ports = {
  now(): Date
  newId(): string
  log: Pick<Log, 'warn'>
  database: Pick<Database, 'inTenant'>
  files: Pick<Files, 'stored' | 'share'>
  channels(): Pick<Channels, 'facts' | 'templates' | 'everyChannel'>
}

/** What people have ready to say: quick replies, and the templates of providers. */
export const createPreparedWords = ({ now, newId, log, database, files, channels }: Ports) => {
  const replies = createReplies({ now, newId, files: (tx, ids) => files.stored(tx, ids), share: (tx, ids, shared) => files.share(tx, ids, shared) })
  const templates = createTemplates({
    now,
    newId,
    inTenant: database.inTenant,
    offers: async (tenantId, channelId) => (await channels().facts(tenantId, channelId))?.abilities.templates ?? null,
    read: (tenantId, channelId) => channels().templates(tenantId, channelId),
  })
  return {
    used: replies.used,
    addSampleReplies: replies.addSamples,
    filesAmong: replies.filesAmong,
    checkTemplate: templates.check,
    templateCategories: templates.categories,
    unknownTemplates: templates.unknown,
    templateNews: templates.takeNews,
    jobs: templates.jobs,
    /** Reads the templates of every channel anew; for the nightly round. */
    syncTemplates: async (): Promise<void> => {
      for (const { tenantId, id } of await channels().everyChannel())
        if ((await channels().facts(tenantId, id))?.abilities.templates)
          await templates.sync(tenantId, id).catch((error) => log.warn({ err: error, channelId: id }, 'templates of a channel were not read'))
    },
    registerRoutes: (http: Http): void => {
      replies.registerRoutes(http)
      templates.registerRoutes(http)
    },
  }
}
export type PreparedWords = ReturnType<typeof createPreparedWords>
