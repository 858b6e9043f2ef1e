import { z } from 'zod'

/** Numbers that somebody tries a channel with before it answers others. The database knows the same. */
export const mostTestNumbers = 20

/**
 * To whom flows answer by themselves on a channel. `outside_hours`: while nobody is there, by the opening hours of its service campaign. `test_numbers`: people who write from one of these numbers, in
 * whatever spelling; they are kept with their country. What somebody of the team, or a program by a flow's own address, begins for a conversation begins all the same.
 */
export const ChannelAnswers = z
  .discriminatedUnion('to', [
    z.object({ to: z.literal('nobody') }),
    z.object({ to: z.literal('test_numbers'), numbers: z.array(z.string().trim().min(1).max(40)).min(1).max(mostTestNumbers) }),
    z.object({ to: z.literal('outside_hours') }),
    z.object({ to: z.literal('everyone') }),
  ])
  .meta({ id: 'ChannelAnswers' })
export type ChannelAnswers = z.infer<typeof ChannelAnswers>
