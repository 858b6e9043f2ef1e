import type { Contact, Conversation } from '@chasqui/contracts'
import { contactRoutes } from '@chasqui/contracts/http/contacts'
import { useQuery } from '@tanstack/react-query'
import { Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useIsHidden } from '#lib/session.ts'
import { Avatar } from '#ui/avatar.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { isUnreachable } from '../cache/use-unreachable.ts'
import { useContactName } from '../list/row.tsx'
import { AssignmentLog } from './assignment-log.tsx'
import { ConversationFacts } from './conversation-facts.tsx'
import { ConversationNumbers } from './conversation-numbers.tsx'
import { EarlierConversations } from './earlier-conversations.tsx'
import { Identities } from './identities.tsx'
import { InlineField } from './inline-field.tsx'
import { PanelSection } from './panel-section.tsx'
import { PhoneLine } from './phone-line.tsx'
import { saveContact } from './save-contact.ts'
import { StageLine } from './stage-line.tsx'
import { TagLine } from './tag-line.tsx'

/** What is to be done for the contact of a conversation, as the page knows to show it. */
export type TasksBeside = (beside: { contactId: string; conversationId: string }) => ReactNode
export type PanelProps = { conversation: Conversation; tasks: TasksBeside }

/** Who the customer is and what is known of this conversation. */
export const Panel = ({ conversation, tasks }: PanelProps) => {
  const { t } = useTexts('inbox')
  const mayRead = useCan('contacts.read')
  const { data: contact, error, isPending, refetch } = useQuery({ ...asked(contactRoutes.read, { params: { id: conversation.contact.id } }), enabled: mayRead })
  return (
    <div className="h-full overflow-y-auto bg-surface">
      <Top conversation={conversation} contact={contact} />
      {mayRead && isPending && (
        <Loading label={t('panel.loading')} className="space-y-3 border-t border-line p-4">
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-4 w-1/2" />
          <Skeleton className="h-4 w-3/5" />
        </Loading>
      )}
      {error && !contact && <ErrorState title={t('panel.failed')} error={error} onRetry={() => void refetch()} />}
      {contact && <Profile contact={contact} conversationId={conversation.id} />}
      <PanelSection title={t('panel.tags')}>
        <TagLine conversation={conversation} />
      </PanelSection>
      {tasks({ contactId: conversation.contact.id, conversationId: conversation.id })}
      <ConversationFacts conversation={conversation} />
      <AssignmentLog conversation={conversation} />
      <ConversationNumbers conversation={conversation} />
      {contact && <Identities contact={contact} />}
      <EarlierConversations conversation={conversation} />
    </div>
  )
}

const Top = ({ conversation, contact }: { conversation: Conversation; contact: Contact | undefined }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const name = useContactName(conversation)
  const profileName = contact?.profileName ?? conversation.contact.profileName
  return (
    <div className="flex flex-col items-center gap-1 px-4 py-3.5 text-center">
      <Avatar name={conversation.contact.name} size="lg" channel={conversation.channel.kind} className="mb-1" />
      <h2 className="max-w-full text-md font-semibold wrap-anywhere">{name}</h2>
      <p className="text-xs text-fg-3">
        {[profileName && profileName !== name ? `~${profileName}` : null, contact && t('panel.since', { at: format.shortDate(contact.createdAt) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {contact?.identities.some(isUnreachable) && (
        <p className="flex items-center gap-1.5 text-xs font-medium text-warning">
          <Unplug size={14} strokeWidth={1.75} className="shrink-0" aria-hidden />
          {t('unreachable.short')}
        </p>
      )}
      <PhoneLine phone={contact?.phone ?? conversation.contact.phone} />
    </div>
  )
}

const Profile = ({ contact, conversationId }: { contact: Contact; conversationId: string }) => {
  const { t } = useTexts('inbox')
  const mayWrite = useCan('contacts.write')
  const emailIsHidden = useIsHidden('email')
  const save = (field: 'name' | 'email' | 'notes' | 'company') => (value: string) => saveContact(contact, { [field]: value || null })
  return (
    <PanelSection title={t('panel.profile')}>
      <div className="grid gap-0.5">
        <StageLine contact={contact} conversationId={conversationId} editable={mayWrite} />
        <InlineField label={t('panel.name')} value={contact.name ?? contact.profileName ?? ''} editable={mayWrite} onSave={save('name')} />
        <InlineField label={t('panel.email')} value={contact.email ?? ''} editable={mayWrite && !emailIsHidden} type="email" onSave={save('email')} />
        <InlineField label={t('panel.company')} value={contact.company ?? ''} editable={mayWrite} onSave={save('company')} />
        <InlineField label={t('panel.notes')} value={contact.notes ?? ''} editable={mayWrite} multiline onSave={save('notes')} />
      </div>
    </PanelSection>
  )
}
