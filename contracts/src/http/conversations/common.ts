import { z } from 'zod'
import { Conversation } from '../../conversation.ts'
import { Id } from '../../ids.ts'

/** What most operations on one conversation have in common. */
export const common = { tenant: 'member', query: null, body: null, params: z.object({ id: Id }), idempotency: true } as const
export const changed = { status: 200, body: Conversation } as const

export const NoteText = z.string().trim().min(1).max(10_000)
