import type { ClosingReason } from '@chasqui/contracts'
import { closingRoutes } from '@chasqui/contracts/http/closing'
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { sayProblem } from '#ui/toast.tsx'
import { problemWords } from './problem-words.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { readReasonsAgain, useReasons } from './use-reasons.ts'

/** Why conversations end, in the order of the digits that choose them. */
export const ReasonsCard = () => {
  const { t } = useTexts('closing')
  const id = useId()
  const { data, error, refetch } = useReasons()
  const [edited, setEdited] = useState<ClosingReason | 'new' | null>(null)
  const [removed, setRemoved] = useState<ClosingReason | null>(null)
  return (
    <Card aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-52 flex-1">
          <h2 id={id} className="text-md font-semibold">
            {t('reasons.title')}
          </h2>
          <p className="text-sm text-fg-2">{t('reasons.hint')}</p>
        </div>
        <Button icon={Plus} onClick={() => setEdited('new')}>
          {t('reason.add')}
        </Button>
      </div>
      {data?.items.length === 0 && <p className="text-sm text-fg-3">{t('reasons.none')}</p>}
      {data && data.items.length > 0 && (
        <ol aria-labelledby={id} className="divide-y divide-line border-y border-line">
          {data.items.map((reason, index) => (
            <Row
              key={reason.id}
              reason={reason}
              index={index}
              last={index === data.items.length - 1}
              onEdit={() => setEdited(reason)}
              onRemove={() => setRemoved(reason)}
            />
          ))}
        </ol>
      )}
      {!data && error && <ErrorState title={t('reasons.failed')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Loading label={t('loading')} className="grid gap-2">
          <Skeleton className="h-10" />
          <Skeleton className="h-10" />
        </Loading>
      )}
      {edited && <ReasonDialog reason={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {removed && <RemoveDialog reason={removed} onClose={() => setRemoved(null)} />}
    </Card>
  )
}

const move = async ({ id }: ClosingReason, position: number) => {
  try {
    await call(closingRoutes.updateReason, { params: { id }, body: { position } })
  } catch (problem) {
    if (!isProblem(problem)) throw problem
    sayProblem(problemWords(problem))
  }
  await readReasonsAgain()
}

type RowProps = { reason: ClosingReason; index: number; last: boolean; onEdit: () => void; onRemove: () => void }
const Row = ({ reason, index, last, onEdit, onRemove }: RowProps) => {
  const { t } = useTexts('closing')
  const { name, queueName, needsNote, uses } = reason
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-2 py-1">
      <kbd className="grid size-5 shrink-0 place-items-center rounded-xs border border-line text-xs text-fg-3" aria-hidden>
        {index < 9 ? index + 1 : '·'}
      </kbd>
      <span className="min-w-44 flex-1">
        <span className="block font-medium wrap-anywhere">{name}</span>
        <span className="block text-xs text-fg-3">
          {[queueName ?? t('reason.every_queue'), needsNote && t('reason.with_note'), t('reason.uses', { count: uses })].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="ml-auto flex shrink-0">
        <IconButton icon={ArrowUp} label={t('reason.up', { name })} disabled={index === 0} onClick={() => void move(reason, index - 1)} />
        <IconButton icon={ArrowDown} label={t('reason.down', { name })} disabled={last} onClick={() => void move(reason, index + 1)} />
        <IconButton icon={Pencil} label={t('reason.edit', { name })} onClick={onEdit} />
        <IconButton icon={Trash2} label={t('reason.remove', { name })} onClick={onRemove} />
      </span>
    </li>
  )
}

const RemoveDialog = ({ reason, onClose }: { reason: ClosingReason; onClose: () => void }) => {
  const { t } = useTexts('closing')
  const { busy, problem, run } = useAct({ leaves: true })
  const remove = async () => {
    await call(closingRoutes.removeReason, { params: { id: reason.id } })
    await readReasonsAgain()
    onClose()
  }
  return (
    <ActDialog
      title={t('reason.remove_title', { name: reason.name })}
      description={t('reason.remove_text')}
      width="sm"
      verb={t('reason.remove_verb')}
      look="danger"
      busy={busy}
      refusal={problem && problemWords(problem)}
      does={() => void run(remove)}
      onClose={onClose}
    />
  )
}
