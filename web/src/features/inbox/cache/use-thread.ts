import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readOlder, readThread, threadKey } from './message-cache.ts'

/** The messages of a conversation, kept true by live events, and `loadOlder` for the page before. */
export const useThread = (id: string) => {
  const query = useQuery({ queryKey: threadKey(id), queryFn: ({ signal }) => readThread(id, signal), staleTime: 5 * 60_000 })
  const [older, setOlder] = useState<'idle' | 'loading' | 'failed'>('idle')
  const loadOlder = async () => {
    if (older === 'loading' || !query.data?.hasOlder) return
    setOlder('loading')
    await readOlder(id).then(
      () => setOlder('idle'),
      () => setOlder('failed'),
    )
  }
  return { ...query, older, loadOlder }
}
