import type { Conversation } from '@chasqui/contracts'
import { Clock, StickyNote } from 'lucide-react'
import { Suspense } from 'react'
import { draftOf, useDraftMark } from '#lib/drafts.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { useUser } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { useChannel } from '../cache/use-channel.ts'
import { focusComposer } from './composer-state.ts'

const TemplatePicker = lazyPart(() => import('./templates/template-picker.tsx').then((module) => module.TemplatePicker))

/** In place of the field when only templates may be sent: why, what was written and is kept, the templates, and what else is possible. */
export const WindowClosed = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  useDraftMark()
  const draft = draftOf(useUser().id, `conversation:${conversation.id}`)
  const templates = useChannel(conversation.channel.id)?.abilities.templates ?? false
  return (
    <>
      <div role="status" className="mt-2 rounded-control bg-warning-subtle px-3 py-2.5 text-sm text-on-warning-subtle">
        <p className="flex gap-2">
          <Clock size={18} strokeWidth={1.75} className="mt-px shrink-0" aria-hidden />
          <span>
            {t(conversation.windowExpiresAt ? 'window.closed' : 'window.never')} <span className="block">{t('window.what_now')}</span>
          </span>
        </p>
        {draft && (
          <p className="mt-2 line-clamp-2 rounded-control bg-surface px-2.5 py-1.5 text-fg wrap-anywhere">
            <b className="font-semibold">{t('window.draft_kept')}</b> {draft}
          </p>
        )}
        <div className="mt-2">
          <Button size="sm" icon={StickyNote} keys="n" onClick={() => focusComposer(conversation.id, 'note')}>
            {t('window.write_note')}
          </Button>
        </div>
      </div>
      {templates && (
        <Suspense fallback={<div className="h-24" />}>
          <TemplatePicker key={conversation.id} conversation={conversation} draft={draft} />
        </Suspense>
      )}
    </>
  )
}
