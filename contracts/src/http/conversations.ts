import { blockingRoutes } from './conversations/blocking.ts'
import { handlingRoutes } from './conversations/handling.ts'
import { markRoutes } from './conversations/marks.ts'
import { mergingRoutes } from './conversations/merging.ts'
import { readingRoutes } from './conversations/reading.ts'
import { tagRoutes } from './conversations/tags.ts'
import { talkingRoutes } from './conversations/talking.ts'

export { CloseBody, TransferBody } from './conversations/handling.ts'
export { ConversationListQuery, InboxCounts, SearchHit } from './conversations/reading.ts'
export { NewMessage } from './conversations/talking.ts'

export const conversationRoutes = {
  ...readingRoutes,
  ...talkingRoutes,
  ...handlingRoutes,
  ...markRoutes,
  ...tagRoutes,
  ...mergingRoutes,
  ...blockingRoutes,
} as const
