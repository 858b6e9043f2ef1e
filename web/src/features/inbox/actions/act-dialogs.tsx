import type { Conversation } from '@chasqui/contracts'
import { Suspense, useEffect } from 'react'
import { lazyPart } from '#ui/lazy-part.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { askFor, useAskedAct } from './open-act.ts'
import { PriorityDialog } from './priority-dialog.tsx'
import { SnoozeDialog } from './snooze-dialog.tsx'
import { TagsDialog } from './tags-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import { useClosing } from './use-closing.ts'

// Those without a key of their own: what is typed right after a key must find its dialog there.
const BlockDialog = lazyPart(() => import('./block-dialog.tsx').then((module) => module.BlockDialog))
const MergeDialog = lazyPart(() => import('./merge-dialog.tsx').then((module) => module.MergeDialog))
const ExportDialog = lazyPart(() => import('./export-dialog.tsx').then((module) => module.ExportDialog))

type ActDialogsProps = { conversation: Conversation; onNext: () => void }

/** The question that is being asked about the open conversation, if any. */
export const ActDialogs = (props: ActDialogsProps) => (
  <Suspense fallback={null}>
    <Asked {...props} />
  </Suspense>
)

const Asked = ({ conversation, onNext }: ActDialogsProps) => {
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
      return <ExportDialog conversation={conversation} onClose={done} />
    case null:
      return null
  }
}
