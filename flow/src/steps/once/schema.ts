import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'
import { Days } from '../../schema/once.ts'

/**
 * Lets each contact through once: the first time by `first`, every further time by `again`. With `days` it is a first time once more when so many days are
 * over since the last one. What counts is the contact, whatever conversation, channel or version it is in.
 */
export const OnceStep = z.object({ type: z.literal('once'), days: Days.optional(), first: next, again: next, ...at })
