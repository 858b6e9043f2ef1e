import type { MessageTemplate } from '@chasqui/contracts'
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { languageName } from '#lib/language-name.ts'
import { useResting } from '#lib/use-resting.ts'
import { Button } from '#ui/button.tsx'
import { inputLook } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { NotOffered } from './not-offered.tsx'
import { useTemplates, useTemplateSync } from './use-templates.ts'

type TemplateListProps = {
  channelId: string
  /** Whoever comes back to it by keys goes on there; a conversation that is opened leaves the keys to the inbox. */
  takesFocus: boolean
  onChoose: (template: MessageTemplate) => void
}

/** The templates that can be sent on a channel now. */
export const TemplateList = ({ channelId, takesFocus, onChoose }: TemplateListProps) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const [words, setWords] = useState('')
  const search = useResting(words.trim(), 200)
  const { templates, hasNextPage, fetchNextPage, isFetchingNextPage, isError } = useTemplates(channelId, search)
  const { busy, failed, syncedAt, sync } = useTemplateSync(channelId)
  const waits = !templates || (busy && templates.length === 0)
  return (
    <div className="mt-2 flex flex-col gap-1.5">
      <div className="flex items-center gap-1">
        <input
          value={words}
          autoFocus={takesFocus}
          onChange={({ target }) => setWords(target.value)}
          aria-label={t('template.search')}
          placeholder={t('template.search')}
          className={`${inputLook} control min-w-0 flex-1`}
        />
        <IconButton
          icon={RefreshCw}
          label={syncedAt ? t('template.sync_since', { at: format.moment(syncedAt) }) : t('template.sync')}
          side="top"
          disabled={busy}
          onClick={() => void sync()}
        />
      </div>
      {failed && (
        <p role="alert" className="text-sm text-danger">
          {t('template.sync_failed')}
        </p>
      )}
      {waits && !isError && (
        <Loading label={t('template.loading')}>
          <Skeleton className="h-12" />
        </Loading>
      )}
      {!waits && templates.length === 0 && <p className="px-1 py-2 text-sm text-fg-2">{t(search ? 'template.none_found' : 'template.none')}</p>}
      {!waits && templates.length > 0 && (
        <ul aria-label={t('template.title')} className="max-h-48 overflow-y-auto">
          {templates.map((template) => (
            <li key={template.id}>
              <button
                type="button"
                onClick={() => onChoose(template)}
                className="w-full rounded-control px-2 py-1.5 text-left -outline-offset-2 hover:bg-surface-2 touch:min-h-11"
              >
                <span className="flex items-baseline gap-2">
                  <span className="min-w-0 truncate font-medium">{template.name}</span>
                  <span className="shrink-0 text-xs text-fg-2">{languageName(template.language)}</span>
                  {template.quality === 'red' && <span className="shrink-0 text-xs text-warning">{t('template.quality_low')}</span>}
                </span>
                <span dir="auto" className="line-clamp-1 text-sm text-fg-2">
                  {template.body}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()} className="self-center">
          {t('template.more')}
        </Button>
      )}
      {!waits && <NotOffered channelId={channelId} search={search} />}
    </div>
  )
}
