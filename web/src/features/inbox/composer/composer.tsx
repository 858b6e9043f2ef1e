import { type ReactNode, Suspense } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useConnection } from '#lib/realtime.ts'
import { useCan } from '#lib/session.ts'
import { classNames } from '#ui/class-names.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { useUnreachable } from '../cache/use-unreachable.ts'
import { useOutbox } from '../outbox/outbox.ts'
import { changeComposer, focusComposer, useComposerState } from './composer-state.ts'
import { ClosedNotice } from './closed-notice.tsx'
import { ComposerField } from './composer-field.tsx'
import { useServiceWindow, WindowRing } from './window-ring.tsx'
import { WindowClosed } from './window-closed.tsx'
import type { ComposerProps } from './composer-props.ts'

const UnreachableNotice = lazyPart(() => import('./unreachable-notice.tsx').then((module) => module.UnreachableNotice))

/** Where one answers or leaves a note. The whole field takes the colour of what it is for. */
export const Composer = ({ conversation, name, messages }: ComposerProps) => {
  const mayReply = useCan('conversations.reply')
  const { mode, quoted } = useComposerState(conversation.id)
  const left = useServiceWindow(conversation)
  const unreachable = useUnreachable(conversation)
  if (!mayReply) return null
  if (conversation.state === 'closed') return <ClosedNotice conversation={conversation} />
  return (
    <footer
      className={classNames(
        'border-t px-3 pt-2 pb-[max(10px,env(safe-area-inset-bottom))]',
        mode === 'note' ? 'border-dashed border-note-line bg-note text-on-note' : 'border-line bg-surface',
      )}
    >
      <div className="flex items-center justify-between gap-2 magnified:flex-wrap">
        <ModeSwitch conversationId={conversation.id} mode={mode} />
        <Waiting conversationId={conversation.id}>{mode === 'reply' && <WindowRing left={left} expiresAt={conversation.windowExpiresAt} />}</Waiting>
      </div>
      {mode === 'reply' && unreachable && (
        <Suspense fallback={null}>
          <UnreachableNotice conversation={conversation} identity={unreachable} />
        </Suspense>
      )}
      {mode === 'reply' && left.state === 'closed' ? (
        <WindowClosed conversation={conversation} />
      ) : (
        <ComposerField key={`${conversation.id} ${mode}`} conversation={conversation} name={name} messages={messages} mode={mode} quoted={quoted} />
      )}
    </footer>
  )
}

const ModeSwitch = ({ conversationId, mode }: { conversationId: string; mode: 'reply' | 'note' }) => {
  const { t } = useTexts('inbox')
  const narrow = useNarrow()
  return (
    <Segmented
      label={t('composer.mode')}
      value={mode}
      className={mode === 'note' ? 'bg-on-note/10' : ''}
      onChange={(next) => (narrow ? changeComposer(conversationId, { mode: next }) : focusComposer(conversationId, next))}
      options={[
        { value: 'reply', label: t('composer.reply') },
        { value: 'note', label: t(narrow ? 'composer.note_short' : 'composer.note') },
      ]}
    />
  )
}

/** What waits to go out, before `children`; without a connection and anything to send, in their place that it will wait. */
const Waiting = ({ conversationId, children }: { conversationId: string; children: ReactNode }) => {
  const { t } = useTexts('inbox')
  const { state } = useConnection()
  const count = useOutbox().filter((entry) => entry.conversationId === conversationId && entry.state === 'waiting').length
  const idle = count === 0
  if (state === 'connected' || (idle && state !== 'offline')) return children
  return (
    <>
      <span role="status" className="min-w-0 flex-1 text-right text-xs font-medium text-balance text-warning">
        {idle ? t('composer.offline') : t('composer.waiting', { count })}
      </span>
      {!idle && children}
    </>
  )
}
