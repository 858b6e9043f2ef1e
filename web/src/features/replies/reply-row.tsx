import type { Reply } from '@chasqui/contracts'
import { piecesOf, replyVariables } from '@chasqui/contracts/reply-variables'
import { Folder, ListOrdered, Paperclip, Pencil, Trash2, UserRound, UsersRound } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Chip } from '#ui/chip.tsx'
import { FilledText } from '#ui/filled-text.tsx'
import { IconButton } from '#ui/icon-button.tsx'

const icons = { own: UserRound, queue: ListOrdered, tenant: UsersRound }

type ReplyRowProps = { reply: Reply; onEdit: () => void; onRemove: () => void }

/** One quick reply: its shortcut, what it says, whose it is, and what can be done with it. */
export const ReplyRow = ({ reply, onEdit, onRemove }: ReplyRowProps) => {
  const { t } = useTexts('replies')
  const names = Object.fromEntries(replyVariables.map((name) => [name, `‹${t(`variable.${name}`)}›`]))
  const mayManage = useCan('replies.manage')
  const { scope, title, text, shortcut, folder, files, uses, queueName } = reply
  return (
    <li className="flex gap-2 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold wrap-anywhere">{title}</span>
          <code className="text-sm text-fg-2 wrap-anywhere">/{shortcut}</code>
        </p>
        {text && (
          <p dir="auto" className="line-clamp-2 text-sm whitespace-pre-line text-fg-2 wrap-anywhere">
            <FilledText pieces={piecesOf(text, names)} />
          </p>
        )}
        <p className="mt-1 flex flex-wrap items-center gap-1.5 text-xs text-fg-3">
          <Chip icon={icons[scope]}>{queueName ?? t(`scope.${scope}`)}</Chip>
          {folder && <Chip icon={Folder}>{folder}</Chip>}
          {files.length > 0 && <Chip icon={Paperclip}>{t('files.count', { count: files.length })}</Chip>}
          <span className="tabular">{t('uses', { count: uses })}</span>
        </p>
      </div>
      {(scope === 'own' || mayManage) && (
        <div className="flex shrink-0">
          <IconButton icon={Pencil} label={t('edit', { title })} onClick={onEdit} />
          <IconButton icon={Trash2} label={t('remove', { title })} onClick={onRemove} />
        </div>
      )}
    </li>
  )
}
