import type { Conduct, Conversation } from '@chasqui/contracts'
import { closingRoutes } from '@chasqui/contracts/http/closing'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'

const minute = 60_000

/** What whoever closes is asked: the reasons of the queue and what holds in this business. Read when a conversation opens, so that closing waits for nothing. */
export const useClosing = ({ queue }: Pick<Conversation, 'queue'>) => {
  const reasons = useQuery({ ...asked(closingRoutes.reasons, { query: queue ? { queueId: queue.id } : {} }), staleTime: minute })
  const conduct = useQuery({ ...asked(closingRoutes.conduct), staleTime: minute })
  return { reasons: reasons.data?.items, conduct: conduct.data, failed: reasons.error ?? conduct.error }
}

/** Whether customers of this conversation's campaign are asked how it was, if nobody says otherwise. */
export const asksByItself = ({ survey }: Conduct, { campaign }: Conversation): boolean =>
  survey.campaigns.find(({ campaignId }) => campaignId === campaign?.id)?.on ?? survey.on
