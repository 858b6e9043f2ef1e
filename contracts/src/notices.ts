import { z } from 'zod'

/**
 * What a member can be told of: somebody new waits, a conversation became theirs, a note in one of theirs, a customer's message in one of theirs, one of
 * theirs will soon be late or is, a note calls them by name, the time of a task of theirs has come, or will soon, a channel that they manage stopped working.
 */
export const noticeKinds = ['waiting', 'assigned', 'note', 'message', 'due', 'mention', 'task', 'channel'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** `desktop`: by the browser, over other windows, where it is allowed to. */
const Ways = z.object({ sound: z.boolean(), desktop: z.boolean() })
export const NoticeSettings = z
  .object({
    waiting: Ways,
    assigned: Ways,
    note: Ways,
    message: Ways,
    due: Ways.default({ sound: true, desktop: true }),
    mention: Ways.default({ sound: true, desktop: true }),
    task: Ways.default({ sound: true, desktop: true }),
    channel: Ways.default({ sound: true, desktop: true }),
  })
  .meta({ id: 'NoticeSettings' })
export type NoticeSettings = z.infer<typeof NoticeSettings>
