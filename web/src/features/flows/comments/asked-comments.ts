import { flowRoutes } from '@chasqui/contracts/http/flows'
import { asked } from '#lib/api.ts'

/** The comments of a flow, as a question: those that are open, or those that were settled. */
export const askedComments = (flowId: string, resolved: boolean) =>
  asked(flowRoutes.comments, { params: { id: flowId }, query: { limit: 200, resolved: String(resolved) } })
