import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useCan } from '#lib/session.ts'
import { useConversation } from '../data/use-conversation.ts'
import { useLine } from '../data/use-line.ts'
import type { Speaker } from '../data/speaker.ts'
import { answeringOf } from './answering.ts'

/** Everything that is to be known about who answers this customer; `answering` is null until it is. */
export const useAnswering = (speaker: Speaker) => {
  const line = useLine(speaker.channelId)
  const conversation = useConversation(speaker)
  const mayRead = useCan('flows.read')
  const flows = useQuery({ ...asked(flowRoutes.list, { query: { limit: 200 } }), enabled: mayRead })
  const published = (flows.data?.items ?? []).filter((flow) => flow.published !== null)
  const known = line.data && !conversation.isLoading && !flows.isLoading
  return {
    line,
    conversation: conversation.data ?? null,
    flows: published,
    answering: known ? answeringOf({ conversation: conversation.data ?? null, line: line.data, flows: published }) : null,
  }
}
