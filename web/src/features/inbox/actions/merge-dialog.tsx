import type { Conversation } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { MessagesSquare } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { plainText } from '#ui/parse-rich-text.ts'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { ChoiceList } from './choice-list.tsx'
import { merge } from './merge-acts.ts'

/** Which other conversation with this person becomes part of this one. It can be taken back. */
export const MergeDialog = ({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { data, error, refetch } = useQuery(asked(conversationRoutes.list, { query: { contactId: conversation.contact.id, limit: 50 } }))
  const others = data?.items.filter(({ id, mergedIntoId }) => id !== conversation.id && mergedIntoId === null)
  const label = ({ createdAt, channel, lastMessage }: Conversation) =>
    [format.shortDate(createdAt), channel.name, plainText(lastMessage?.preview ?? '')].filter(Boolean).join(' · ')
  const choose = (id: string) => {
    onClose()
    void merge(conversation, id)
  }
  return (
    <Dialog open onClose={onClose} title={t('merge.title')} description={t('merge.text')} width="md">
      {others && others.length > 0 && (
        <ChoiceList
          label={t('merge.title')}
          onChoose={choose}
          options={others.map((other) => ({ value: other.id, label: label(other), hint: t(`state.${other.state}`), icon: MessagesSquare }))}
        />
      )}
      {others?.length === 0 && <p className="text-sm text-fg-2">{t('merge.none')}</p>}
      {!data && error && <ErrorState title={t('merge.failed_list')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Loading label={t('panel.loading')} className="grid gap-2">
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
        </Loading>
      )}
    </Dialog>
  )
}
