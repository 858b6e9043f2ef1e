import { conversationExportRoutes as routes } from '@chasqui/contracts'
import { Failure } from '#platform/failure'
import type { Http } from '#platform/http/server'
import type { ConversationsPorts } from '../ports.ts'
import { exportConversation } from './export.ts'

export const registerExport = (http: Http, ports: ConversationsPorts): void =>
  http.route(routes.export, async ({ actor, params, query, reply }) => {
    const { tenantId, userId, reach, hides } = actor
    if (tenantId === null) throw new Failure('forbidden', 'tenant.none', 'Choose an organisation first.')
    const { name, mime, body } = await exportConversation(
      ports,
      { tenantId, sight: { userId, reach, hides } },
      { id: params.id, ...query, language: query.language, by: { name: actor.name ?? '' } },
    )
    await reply.header('content-type', mime).header('content-disposition', `attachment; filename="${name}"`).send(body)
  })
