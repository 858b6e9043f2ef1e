import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

/** Goes on by whether somebody serves the conversation at this hour: by the opening hours of its campaign; where it has none, always. */
export const BusinessHoursStep = z.object({ type: z.literal('business_hours'), open: next, closed: next, ...at })
