import { z } from 'zod'

export const presenceStates = ['available', 'paused', 'busy', 'offline'] as const
export const PresenceState = z.enum(presenceStates)
export type PresenceState = z.infer<typeof PresenceState>

/** Why somebody takes no new conversations for a while. */
export const PauseReason = z.enum(['break', 'meal', 'meeting', 'training', 'paperwork'])
export type PauseReason = z.infer<typeof PauseReason>
