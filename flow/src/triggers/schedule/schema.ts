import { z } from 'zod'
import { Opening } from '../../schema/opening.ts'

const Day = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)

/**
 * At a time of the day in the zone of the business: on these `dates`, or on these days of the week (1 is Monday; none: every day). Begins with everybody who has
 * an open conversation on the channel, or had one, with one of the tags.
 */
export const ScheduleTrigger = z.object({
  type: z.literal('schedule'),
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  days: z.array(z.number().int().min(1).max(7)).max(7).default([]),
  dates: z.array(Day).max(50).default([]),
  channelId: z.uuid().nullable().default(null),
  tags: z.array(z.string().min(1).max(60)).min(1).max(20),
  template: Opening.optional(),
})
