import type { Channels } from '#channels'
import type { RouteFound } from '#platform/outbox/route'
import type { Tenancy, Tenant } from '#tenancy'

type Ports = {
  channels: Channels
  tenancy: Tenancy
  remembered(tenantId: string): Promise<Tenant | null>
  isSuspended(tenantId: string): Promise<boolean>
}

const beyondLimit = {
  result: 'failed',
  error: { code: 'limit.messages', title: 'This month’s limit of messages of the organisation is reached', retryable: true },
  windowClosed: false,
  pauseChannel: false,
} as const

/**
 * How to send for a channel under the terms of its tenant. While the tenant is suspended nothing leaves: entries wait in the outbox, in their order.
 * Beyond the month's limit a message fails with the cause, which its thread shows and from where it can be sent again.
 */
export const routeWithinTerms =
  ({ channels, tenancy, remembered, isSuspended }: Ports) =>
  async (tenantId: string, channelId: string): Promise<RouteFound> => {
    if (await isSuspended(tenantId)) return null
    const tenant = await remembered(tenantId)
    const route = await channels.routeOf(tenantId, channelId)
    if (!route || route === 'elsewhere' || tenant === null || tenant.messageLimit === null) return route
    return {
      ...route,
      send: async (entry) => {
        // Tries after the first were counted with it; a reaction is no message.
        const counts = entry.attempts === 1 && entry.kind !== 'reaction'
        return counts && !(await tenancy.countMessage(tenantId)) ? beyondLimit : route.send(entry)
      },
    }
  }
