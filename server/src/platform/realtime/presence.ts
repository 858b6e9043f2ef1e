import type { Socket } from 'socket.io'
import { isId } from '../ids.ts'
import type { Viewer } from './viewer.ts'

type Tell = (tenantId: string, name: 'agent.typing' | 'agent.viewing', message: Record<string, unknown>) => void

const idOf = (message: unknown): string | null => {
  const id = (message as { conversationId?: unknown } | null)?.conversationId
  return isId(id) ? id : null
}

/** Who looks at which conversation and who is writing, for collision notices. Known to this node only and never stored. */
export const createPresence = (tell: Tell) => {
  const looking = new Map<string, Map<string, Viewer>>()

  const announce = (tenantId: string, conversationId: string) => {
    const viewers = [...(looking.get(`${tenantId} ${conversationId}`)?.values() ?? [])].map(({ userId, name }) => ({ userId, name }))
    tell(tenantId, 'agent.viewing', {
      conversationId,
      viewers: viewers.filter((viewer, index) => viewers.findIndex((other) => other.userId === viewer.userId) === index),
    })
  }

  return {
    /** `allowed` is asked each time: a role may change while the connection stands. */
    attach: (socket: Socket, viewer: Viewer, allowed: () => boolean): void => {
      const open = new Set<string>()
      const leave = (conversationId: string) => {
        if (!open.delete(conversationId)) return
        const key = `${viewer.tenantId} ${conversationId}`
        looking.get(key)?.delete(socket.id)
        if (looking.get(key)?.size === 0) looking.delete(key)
        announce(viewer.tenantId, conversationId)
      }
      socket.on('chat.join', (message: unknown) => {
        const id = idOf(message)
        if (!id || open.size >= 20 || !allowed()) return
        open.add(id)
        const key = `${viewer.tenantId} ${id}`
        const viewers = looking.get(key) ?? new Map<string, Viewer>()
        viewers.set(socket.id, viewer)
        looking.set(key, viewers)
        announce(viewer.tenantId, id)
      })
      socket.on('chat.leave', (message: unknown) => {
        const id = idOf(message)
        if (id) leave(id)
      })
      socket.on('chat.typing', (message: unknown) => {
        const id = idOf(message)
        if (id && allowed())
          tell(viewer.tenantId, 'agent.typing', {
            conversationId: id,
            userId: viewer.userId,
            name: viewer.name,
            typing: (message as { typing?: unknown }).typing === true,
          })
      })
      socket.on('disconnect', () => {
        for (const conversationId of open) leave(conversationId)
      })
    },
  }
}
