import type { Conversation } from '@chasqui/contracts'
import { Suspense, useEffect } from 'react'
import { lazyPart } from '#ui/lazy-part.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { BlockDialog } from './block-dialog.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { askFor, useAskedAct } from './open-act.ts'
import { PriorityDialog } from './priority-dialog.tsx'
import { SnoozeDialog } from './snooze-dialog.tsx'
import { TagsDialog } from './tags-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import { useClosing } from './use-closing.ts'

const ExportDialog = lazyPart(() => import('./export-dialog.tsx').then((module) => module.ExportDialog))

/** The question that is being asked about the open conversation, if any. */
export const ActDialogs = ({ conversation, onNext }: { conversation: Conversation; onNext: () => void }) => {
  const act = useAskedAct()
  const done = () => askFor(null)
  // Known before anybody closes.
  useClosing(conversation)
  useEffect(() => () => askFor(null), [conversation.id])
  switch (act) {
    case 'assign':
      return <AssignDialog conversation={conversation} onClose={done} />
    case 'transfer':
      return <TransferDialog conversation={conversation} onClose={done} />
    case 'tags':
      return <TagsDialog conversation={conversation} onClose={done} />
    case 'priority':
      return <PriorityDialog conversation={conversation} onClose={done} />
    case 'snooze':
      return <SnoozeDialog conversation={conversation} onClose={done} />
    case 'close':
    case 'closeNext':
      return <CloseDialog conversation={conversation} onClose={done} onClosed={() => act === 'closeNext' && onNext()} />
    case 'merge':
      return <MergeDialog conversation={conversation} onClose={done} />
    case 'block':
      return <BlockDialog conversation={conversation} onClose={done} />
    case 'export':
      return (
        <Suspense fallback={null}>
          <ExportDialog conversation={conversation} onClose={done} />
        </Suspense>
      )
    case null:
      return null
  }
}
