import type { Conversation } from '@chasqui/contracts'
import { Suspense } from 'react'
import { lazyPart } from '#ui/lazy-part.tsx'
import { useScheduled } from './use-scheduled.ts'

const ScheduledStrip = lazyPart(() => import('./scheduled-strip.tsx').then((module) => module.ScheduledStrip))

/** What is to be said later in this conversation, where there is anything. */
export const ScheduledHere = ({ conversation }: { conversation: Conversation }) => {
  const scheduled = useScheduled(conversation.id)
  if (scheduled.length === 0) return null
  return (
    <Suspense fallback={null}>
      <ScheduledStrip conversation={conversation} scheduled={scheduled} />
    </Suspense>
  )
}
