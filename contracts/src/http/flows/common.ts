import { z } from 'zod'
import { Id } from '../../ids.ts'

/** A version by its number, or by its id. */
export const WhichVersion = z.union([Id, z.coerce.number().int().min(1).max(2_000_000_000)])
export type WhichVersion = z.infer<typeof WhichVersion>

/** What the routes of one flow share. */
export const common = { tenant: 'member', query: null, body: null, params: z.object({ id: Id }), idempotency: false } as const
