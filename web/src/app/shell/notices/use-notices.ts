import type { Conversation, Message } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { ownProfileRoutes } from '@chasqui/contracts/http/own-profile'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { asked, call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useCan, useTenant, useUser } from '#lib/session.ts'
import { serverNow } from '#lib/server-clock.ts'
import { noticeOf, pressingInstant } from './notice-of.ts'
import { tell } from './tell.ts'

/** The person sees this conversation right now: it tells of itself. */
const isLookedAt = ({ id }: Conversation): boolean => document.hasFocus() && location.pathname.endsWith(`/${id}`)

/** Who waits for a person, so that only those who begin to are told. Read once, apart from the lists of the inbox, and followed from then on. */
const useWaiting = (): Set<string> | null => {
  const { data } = useQuery({
    queryKey: ['notices', 'waiting'],
    queryFn: async ({ signal }) => (await call(conversationRoutes.list, { query: { state: 'queued', limit: 200 } }, { signal })).items.map(({ id }) => id),
    staleTime: Infinity,
    enabled: useCan('conversations.read'),
  })
  const waiting = useRef<Set<string> | null>(null)
  if (data) waiting.current ??= new Set(data)
  return waiting.current
}

/** Tells the person by sound and desktop what they chose to be told, on whichever page they are. */
export const useNotices = (): void => {
  const { t } = useTexts('app')
  const me = useUser().id
  const { slug } = useTenant()
  const format = useFormat()
  const navigate = useNavigate()
  const { data: wished } = useQuery({ ...asked(ownProfileRoutes.notices), staleTime: Infinity })
  useRealtime('member.updated', ({ userId }) => void (userId === me && queryClient.invalidateQueries({ queryKey: [ownProfileRoutes.notices.id] })))
  const waiting = useWaiting()
  const said = useRef(new Map<string, Message[]>())
  const given = useRef(new Set<string>())
  const pressed = useRef(new Set<string>())
  useRealtime('chat.message', ({ conversationId, message }) => void said.current.set(conversationId, [...(said.current.get(conversationId) ?? []), message]))
  useRealtime('chat.transferred', ({ conversation }) => void given.current.add(conversation.id))
  // Tells the row as a whole after all that happened to it at once.
  useRealtime('chat.updated', ({ seq, conversation }) => {
    const { id, contact, state } = conversation
    const instant = pressingInstant(conversation, serverNow())
    const presses = instant !== null && !pressed.current.has(`${id} ${instant}`)
    if (instant !== null) pressed.current.add(`${id} ${instant}`)
    const news = { conversation, presses, messages: said.current.get(id) ?? [], given: given.current.has(id), waited: waiting?.has(id) ?? true }
    said.current.delete(id)
    given.current.delete(id)
    if (state === 'queued') waiting?.add(id)
    else waiting?.delete(id)
    const kind = noticeOf(news, me)
    if (!kind || !wished || isLookedAt(conversation)) return
    const open = () => void navigate({ to: '/a/$tenant/inbox/$view/$conversationId', params: { tenant: slug, view: 'all', conversationId: id } })
    tell({ key: `${id}.${seq}`, title: t(`notice.${kind}`), body: format.name(contact.name), ways: wished[kind], open })
  })
}
