import type { Conversation } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { useEffect } from 'react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useFoundMessages } from '#lib/found-messages.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { useResting } from '#lib/use-resting.ts'
import { Avatar } from '#ui/avatar.tsx'
import { plainText } from '#ui/parse-rich-text.ts'
import { paletteRow } from './palette-look.ts'
import type { PaletteScope } from './palette-scopes.ts'

type Scope = Exclude<PaletteScope, 'pages' | 'commands'>
/** Alone there is room for more of one kind. */
const most: Record<Scope, number> = { all: 6, conversations: 20, messages: 20 }

type Found = { id: string; message?: string; name: string; line: string; at: string | null; kind?: Conversation['channel']['kind'] }

/** Conversations by person and messages by their words; the conversations touched last while nothing is typed. */
const useFound = (wanted: string, scope: Scope) => {
  const allowed = useCan('conversations.read')
  const people = useQuery({
    ...asked(conversationRoutes.list, { query: { limit: most[scope], ...(wanted && { q: wanted }) } }),
    enabled: allowed && scope !== 'messages',
    placeholderData: keepPreviousData,
  })
  const { found } = useFoundMessages(scope === 'conversations' ? '' : wanted, most[scope])
  const byPerson: Found[] = (scope === 'messages' ? [] : (people.data?.items ?? [])).map(({ id, contact, lastMessage, lastActivityAt, channel }) => ({
    id,
    name: contact.name,
    line: plainText(lastMessage?.preview ?? ''),
    at: lastActivityAt,
    kind: channel.kind,
  }))
  const bySaying: Found[] = found.map(({ conversationId, contactName, snippet, message }) => ({
    id: conversationId,
    message: message.id,
    name: contactName,
    line: plainText(snippet),
    at: message.createdAt,
  }))
  return { byPerson, bySaying }
}

const valueOf = (source: string, id: string, index: number) => `found ${source} ${id} ${index}`

type FoundProps = {
  wanted: string
  scope: Scope
  headingLook: string
  /** The first of what was found, whenever it is another one. */ onFound: (value: string) => void
  onClose: () => void
}

export const FoundConversations = ({ wanted, scope, headingLook, onFound, onClose }: FoundProps) => {
  const { t } = useTexts('app')
  const format = useFormat()
  const tenant = useTenant()
  const navigate = useNavigate()
  const { byPerson, bySaying } = useFound(useResting(wanted, 180), scope)
  const [person, message] = [byPerson[0], bySaying[0]]
  const first = person ? valueOf('person', person.id, 0) : message ? valueOf('message', message.id, 0) : null
  useEffect(() => {
    if (first) onFound(first)
  }, [first])
  const open = (id: string, message?: string) => () => {
    onClose()
    void navigate({
      to: '/a/$tenant/inbox/$view/$conversationId',
      params: { tenant: tenant.slug, view: 'all', conversationId: id },
      search: message ? { message } : {},
    })
  }
  const section = (heading: string, found: Found[], source: string) =>
    found.length > 0 && (
      <Command.Group heading={heading} className={headingLook}>
        {found.map(({ id, message, name, line, at, kind }, index) => (
          <Command.Item key={`${id}${index}`} value={valueOf(source, id, index)} onSelect={open(id, message)} className={paletteRow}>
            <Avatar name={name} size="sm" {...(kind && { channel: kind })} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{format.name(name)}</span>
              {line && <span className="block truncate text-sm text-fg-2">{line}</span>}
            </span>
            {at && (
              <time className="text-xs text-fg-3 tabular" dateTime={at}>
                {format.listTime(at)}
              </time>
            )}
          </Command.Item>
        ))}
      </Command.Group>
    )
  return (
    <>
      {section(wanted ? t('find.conversations') : t('find.recent'), byPerson, 'person')}
      {section(t('find.messages'), bySaying, 'message')}
    </>
  )
}
