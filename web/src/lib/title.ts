import { useEffect } from 'react'
import { createStore, useStore } from './store.ts'

/** `(3) María Ríos · Inbox · Clínica Demo`: the page names its parts, the shell adds the tenant and the count of unread conversations. */
const frame = createStore<{ unread: number; tenant: string | null }>({ unread: 0, tenant: null })
export const setTitleFrame = (next: { unread: number; tenant: string | null }) => {
  const now = frame.get()
  if (now.unread !== next.unread || now.tenant !== next.tenant) frame.set(next)
}

export const useTitle = (...parts: (string | null | undefined)[]) => {
  const { unread, tenant } = useStore(frame)
  const text = [...parts, tenant ?? 'Chasqui'].filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${text}` : text
  }, [unread, text])
}
