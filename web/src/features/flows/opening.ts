import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { asked } from '#lib/api.ts'
import { shownLanguage } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { may } from '#lib/session.ts'
import { askedComments } from './comments/asked-comments.ts'
import { builder } from './builder-part.ts'
import { canvas } from './canvas/canvas-part.ts'
import { askedStepTexts } from './language/step-texts.ts'

export { FlowPage } from './flow-page.tsx'

/**
 * Asks at once for all that the page of a flow shows, so that it is drawn once and as a whole. Resolves when the flow and what draws it are there; what could
 * not be had is told by the page itself.
 */
export const askForFlow = async (flowId: string): Promise<void> => {
  if (!may('flows.read')) return
  void queryClient.prefetchQuery(askedComments(flowId, false))
  if (may('channels.read')) void queryClient.prefetchQuery(asked(channelRoutes.list, { query: { limit: 100 } }))
  if (may('campaigns.read')) void queryClient.prefetchQuery(asked(campaignRoutes.list, { query: { limit: 100 } }))
  const flow = queryClient.prefetchQuery(asked(flowRoutes.read, { params: { id: flowId } }))
  const texts = queryClient.prefetchQuery(askedStepTexts(shownLanguage()))
  await Promise.allSettled([flow, texts, builder, canvas])
}
