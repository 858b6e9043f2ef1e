import { useEffect } from 'react'
import { tell, useConnection } from '#lib/realtime.ts'

/** Tells colleagues that this conversation is on screen here, again after every reconnection. */
export const usePresenceTelling = (conversationId: string) => {
  const { state } = useConnection()
  useEffect(() => {
    if (state !== 'connected') return
    tell('chat.join', { conversationId })
    return () => tell('chat.leave', { conversationId })
  }, [conversationId, state])
}
