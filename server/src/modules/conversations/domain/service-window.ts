import type { SenderKind } from '@chasqui/contracts'

/**
 * The service window: how long after the customer's last word free-form messages may be sent to them, as their channel says (24 hours on WhatsApp, `serviceWindowHours`
 * of its abilities; null: always). Outside of it only templates leave.
 */
type Window = { windowExpiresAt: Date | null }

const hourMilliseconds = 3_600_000

/** When it closes after the customer was heard at `at`: never earlier than it would have. */
export const windowFrom = ({ windowExpiresAt }: Window, at: Date, windowHours: number | null): Date | null => {
  const expires = windowHours === null ? null : new Date(at.getTime() + windowHours * hourMilliseconds)
  return expires && (!windowExpiresAt || expires > windowExpiresAt) ? expires : windowExpiresAt
}

/** Whether free-form messages may be sent now. */
export const windowIsOpen = (conversation: Window, windowHours: number | null, now: Date): boolean =>
  windowHours === null || (conversation.windowExpiresAt !== null && conversation.windowExpiresAt > now)

/**
 * Whether this sender may write freely now. Some channels let people, and no machine, answer for longer than the window is open: `after_window`.
 */
export const freedomOf = (
  conversation: Window,
  { serviceWindowHours, humanWindowHours }: { serviceWindowHours: number | null; humanWindowHours?: number | undefined },
  by: SenderKind,
  now: Date,
): 'in_window' | 'after_window' | null => {
  if (windowIsOpen(conversation, serviceWindowHours, now)) return 'in_window'
  if (by !== 'agent' || humanWindowHours === undefined || serviceWindowHours === null || conversation.windowExpiresAt === null) return null
  const extra = (humanWindowHours - serviceWindowHours) * hourMilliseconds
  return conversation.windowExpiresAt.getTime() + extra > now.getTime() ? 'after_window' : null
}
