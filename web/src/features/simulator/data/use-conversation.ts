import type { Floor } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { asked, call } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useCan } from '#lib/session.ts'
import { useSettled } from '#lib/use-settled.ts'
import { sayProblem } from '#ui/toast.tsx'
import { conversationQuestion } from './find-conversation.ts'
import type { Speaker } from './speaker.ts'

/** News of one burst are answered together, after so many ms. */
const burst = 80

const readAgain = () => queryClient.invalidateQueries({ queryKey: [conversationRoutes.list.id] })

/** This customer's newest conversation as the team has it: who answers, until when free text is allowed. Null before the first message. */
export const useConversation = (speaker: Speaker) => {
  const enabled = useCan('conversations.read')
  const settle = useSettled(() => void readAgain(), burst)
  useRealtime('chat.updated', ({ conversation }) => {
    if (conversation.channel.id === speaker.channelId) settle()
  })
  return useQuery({
    ...asked(conversationRoutes.list, { query: conversationQuestion(speaker) }),
    enabled,
    staleTime: 0,
    select: ({ items }) => items[0] ?? null,
  })
}

/** Gives the floor of an open conversation to the flow, to whoever is signed in, or to nobody. */
export const giveFloor = async (id: string, floor: Exclude<Floor, 'assistant'>) => {
  try {
    await call(conversationRoutes.floor, { params: { id }, body: { floor } })
  } catch {
    sayProblem(text('simulator:answering.failed'))
  }
  await readAgain()
}
