import type { Conversation } from '@chasqui/contracts'

/**
 * How long free-form messages are allowed. `none`: the channel has no such limit; `soon`: under two hours left; `closed`: only templates,
 * also before the customer ever wrote. `left` in seconds, `share` of the whole window 0-1.
 */
export type ServiceWindow = { state: 'none' } | { state: 'closed' } | { state: 'open' | 'soon'; left: number; share: number }

const soon = 2 * 3600

export const serviceWindow = (
  { hasWindow, windowExpiresAt }: Pick<Conversation, 'hasWindow' | 'windowExpiresAt'>,
  now: number,
  hours: number,
  /** How long people may write, where that is longer. */
  humanHours = hours,
): ServiceWindow => {
  if (!hasWindow) return { state: 'none' }
  const left = windowExpiresAt === null ? 0 : Math.floor((Date.parse(windowExpiresAt) - now) / 1000) + (humanHours - hours) * 3600
  if (left <= 0) return { state: 'closed' }
  return { state: left < soon ? 'soon' : 'open', left, share: Math.min(1, left / (humanHours * 3600)) }
}
