import type { ClientToServer, ServerToClient } from '@chasqui/contracts'

type Word = keyof ClientToServer
type Message = { conversationId: string }
type Refusal = Parameters<ServerToClient['limited']>[0]

/** Words that tell how things are, the later one instead of the earlier; all others have passed by when the pause is over. */
const lasting: readonly Word[] = ['chat.join', 'chat.leave']

/**
 * Says nothing more for as long as the server asks for after too many words. What still counts then is said once, as it stands by then.
 * It does not matter which class of words it was: whoever floods has nothing to tell colleagues that could not wait.
 */
export const createHush = (send: (name: Word, message: Message) => void) => {
  let timer: ReturnType<typeof setTimeout> | null = null
  const held = new Map<string, Word>()
  const hold = (name: Word, conversationId: string) => {
    if (lasting.includes(name)) held.set(conversationId, name)
  }
  const end = () => {
    timer = null
    const words = [...held]
    held.clear()
    for (const [conversationId, name] of words) send(name, { conversationId })
  }
  return {
    begin: ({ name, conversationId, retryAfter }: Refusal) => {
      if (conversationId !== null && !held.has(conversationId)) hold(name, conversationId)
      if (timer) clearTimeout(timer)
      timer = setTimeout(end, retryAfter * 1000)
    },
    say: (name: Word, message: Message) => {
      if (timer) hold(name, message.conversationId)
      else send(name, message)
    },
  }
}
