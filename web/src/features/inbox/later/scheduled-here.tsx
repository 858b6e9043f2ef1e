import type { Conversation } from '@chasqui/contracts'
import { lazy, Suspense } from 'react'
import { useScheduled } from './use-scheduled.ts'

const ScheduledStrip = lazy(() => import('./scheduled-strip.tsx').then(({ ScheduledStrip: loaded }) => ({ default: loaded })))

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
