import type { Conversation } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useEffect, useState } from 'react'
import { call } from '#lib/api.ts'
import { createStore, useStore } from '#lib/store.ts'
import { patchConversation } from '../cache/conversation-cache.ts'

/** The conversation that the person marked as unread by hand: it stays so until they leave it. */
const heldUnread = createStore<string | null>(null)
export const holdUnread = (id: string | null) => heldUnread.set(id)

const useVisible = () => {
  const [visible, setVisible] = useState(!document.hidden)
  useEffect(() => {
    const look = () => setVisible(!document.hidden)
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return visible
}

/** What is open and can be seen is read, here and for the customer's ticks. A failure is told by the count that comes back. */
export const useMarkRead = (conversation: Conversation | undefined) => {
  const visible = useVisible()
  const held = useStore(heldUnread)
  const id = conversation?.id
  const due = conversation !== undefined && conversation.unread > 0 && visible && held !== id
  useEffect(() => {
    if (!due || !id) return
    const unread = conversation.unread
    patchConversation(id, { unread: 0 })
    call(conversationRoutes.markRead, { params: { id } }).catch(() => patchConversation(id, { unread }))
  }, [due, id])
  useEffect(() => () => holdUnread(null), [id])
}
