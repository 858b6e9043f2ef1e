import type { PhoneMessage } from '@chasqui/contracts'
import { useEffect, useState } from 'react'
import { useRealtime } from '#lib/realtime.ts'

/** "Typing…" ends with the answer, or by itself after 25 s (WhatsApp Cloud API, typing indicators). */
const longest = 25_000

/** Whether the business is writing to this phone. */
export const useBusinessTyping = (channelId: string, phone: string, messages: readonly PhoneMessage[]): boolean => {
  const answered = messages.findLast(({ direction }) => direction === 'in')?.id ?? null
  const [typing, setTyping] = useState<{ phone: string; before: string | null } | null>(null)
  useRealtime('simulator.screen', (hint) => {
    if (hint.typing && hint.channelId === channelId && hint.phone === phone) setTyping({ phone, before: answered })
  })
  useEffect(() => {
    const timer = typing && setTimeout(() => setTyping(null), longest)
    return () => void (timer && clearTimeout(timer))
  }, [typing])
  return typing?.phone === phone && typing.before === answered
}
