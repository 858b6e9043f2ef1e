import type { ClientToServer, ServerToClient } from '@chasqui/contracts'

type Word = keyof ClientToServer
type Message = { conversationId?: string; campaignId?: string; flowId?: string } | undefined
type Refusal = Parameters<ServerToClient['limited']>[0]

/** Words that tell how things are, the later one instead of the earlier; all others have passed by when the pause is over. */
const lasting: readonly Word[] = ['chat.join', 'chat.leave', 'live.watch', 'live.leave', 'flow.join', 'flow.leave']
const board = 'live'

/**
 * Says nothing more for as long as the server asks for after too many words. What still counts then is said once, as it stands by then.
 * It does not matter which class of words it was: whoever floods has nothing to tell colleagues that could not wait.
 */
export const createHush = (send: (name: Word, message: Message) => void) => {
  let timer: ReturnType<typeof setTimeout> | null = null
  /** By what they are about: a conversation, a flow, or the live board. */
  const held = new Map<string, [Word, Message]>()
  /** A refusal does not repeat what of the board was to be watched. */
  let watched: Message
  const hold = (name: Word, message: Message) => {
    if (lasting.includes(name)) held.set(message?.conversationId ?? message?.flowId ?? board, [name, message])
  }
  const end = () => {
    timer = null
    const words = [...held.values()]
    held.clear()
    for (const [name, message] of words) send(name, message)
  }
  return {
    begin: ({ name, conversationId, retryAfter }: Refusal) => {
      const message = conversationId === null ? watched : { conversationId }
      const about = conversationId ?? (name === 'live.watch' ? board : null)
      if (about !== null && !held.has(about)) hold(name, message)
      if (timer) clearTimeout(timer)
      timer = setTimeout(end, retryAfter * 1000)
    },
    say: (name: Word, message: Message) => {
      if (name === 'live.watch') watched = message
      if (timer) hold(name, message)
      else send(name, message)
    },
  }
}
