import type { Socket } from 'socket.io'
import { isId } from '../ids.ts'
import type { Audience } from './rooms.ts'
import type { Viewer } from './viewer.ts'

export type PresencePorts = {
  tell(tenantId: string, name: 'agent.typing' | 'agent.viewing', message: Record<string, unknown>, audience: Audience): void
  /** Who hears of a conversation; null when there is none with this id within reach of the viewer (of anybody, without one). */
  audienceOf(tenantId: string, conversationId: string, viewer: Viewer | null): Promise<Audience | null>
  failed(error: unknown): void
}

const idOf = (message: unknown): string | null => {
  const id = (message as { conversationId?: unknown } | null)?.conversationId
  return isId(id) ? id : null
}

/** Who looks at which conversation and who is writing, for collision notices. Known to this node only and never stored. */
export const createPresence = ({ tell, audienceOf, failed }: PresencePorts) => {
  const looking = new Map<string, Map<string, Viewer>>()

  const announce = (tenantId: string, conversationId: string, audience: Audience | null) => {
    if (!audience) return
    const viewers = [...(looking.get(`${tenantId} ${conversationId}`)?.values() ?? [])].map(({ userId, name }) => ({ userId, name }))
    const once = viewers.filter((viewer, index) => viewers.findIndex((other) => other.userId === viewer.userId) === index)
    tell(tenantId, 'agent.viewing', { conversationId, viewers: once }, audience)
  }

  return {
    /** `current` is asked each time: a role may change while the connection stands. */
    attach: (socket: Socket, current: () => Viewer): void => {
      const open = new Set<string>()
      const { tenantId } = current()
      let turn = Promise.resolve()
      /** What a browser says is heard in its order, although reach is asked of the database. */
      const inOrder = (work: () => Promise<void>) => void (turn = turn.then(work).catch(failed))
      const within = async (message: unknown): Promise<{ id: string; audience: Audience } | null> => {
        const [id, viewer] = [idOf(message), current()]
        // Whoever of the host only looks does so unseen: colleagues would be told of the member they look as, who is not here.
        if (!id || !viewer.mayReadConversations || viewer.onlyLooks) return null
        const audience = await audienceOf(tenantId, id, viewer)
        return audience && { id, audience }
      }
      const leave = async (conversationId: string) => {
        if (!open.delete(conversationId)) return
        const key = `${tenantId} ${conversationId}`
        looking.get(key)?.delete(socket.id)
        if (looking.get(key)?.size === 0) looking.delete(key)
        announce(tenantId, conversationId, await audienceOf(tenantId, conversationId, null))
      }
      const join = async (message: unknown) => {
        if (open.size >= 20) return
        const found = await within(message)
        if (!found) return
        open.add(found.id)
        const key = `${tenantId} ${found.id}`
        looking.set(key, (looking.get(key) ?? new Map<string, Viewer>()).set(socket.id, current()))
        announce(tenantId, found.id, found.audience)
      }
      const type = async (message: unknown) => {
        const found = await within(message)
        if (!found) return
        const { userId, name } = current()
        const typing = (message as { typing?: unknown }).typing === true
        tell(tenantId, 'agent.typing', { conversationId: found.id, userId, name, typing }, found.audience)
      }
      socket.on('chat.join', (message: unknown) => inOrder(() => join(message)))
      socket.on('chat.leave', (message: unknown) => inOrder(() => leave(idOf(message) ?? '')))
      socket.on('chat.typing', (message: unknown) => inOrder(() => type(message)))
      socket.on('disconnect', () =>
        inOrder(async () => {
          for (const conversationId of open) await leave(conversationId)
        }),
      )
    },
  }
}
