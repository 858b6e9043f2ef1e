import type { Channel, Conversation } from '@chasqui/contracts'

/** Who answers what the customer writes next. `name`: of the flow or the person, where it is known. `open`: a conversation is under way. */
export type Answering = { who: 'flow' | 'person' | 'nobody'; name: string | null; open: boolean }

type Facts = {
  conversation: Pick<Conversation, 'state' | 'floor' | 'assignee'> | null
  line: Pick<Channel, 'flowId'>
  flows: readonly { id: string; name: string }[]
}

/** Without an open conversation the number decides: its flow answers the first message, or nobody does. */
export const answeringOf = ({ conversation, line, flows }: Facts): Answering => {
  const flow = flows.find(({ id }) => id === line.flowId)?.name ?? null
  if (!conversation || conversation.state === 'closed') return { who: line.flowId === null ? 'nobody' : 'flow', name: flow, open: false }
  if (conversation.floor === 'human') return { who: 'person', name: conversation.assignee?.name ?? null, open: true }
  return conversation.floor === 'nobody' ? { who: 'nobody', name: null, open: true } : { who: 'flow', name: flow, open: true }
}
