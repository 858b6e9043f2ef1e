import { useTexts } from '#lib/i18n/texts.ts'
import { languageName } from '#lib/language-name.ts'
import { Button } from '#ui/button.tsx'
import { useTemplates } from './use-templates.ts'
import { useWhyNot } from './why-not.ts'

/** The templates that cannot be sent now, each with the reason: nobody has to look for one in vain. */
export const NotOffered = ({ channelId, search }: { channelId: string; search: string }) => {
  const { t } = useTexts('inbox')
  const why = useWhyNot()
  const { templates = [], hasNextPage, isFetchingNextPage, fetchNextPage } = useTemplates(channelId, search, 'false')
  if (templates.length === 0) return null
  return (
    <details className="px-1 text-sm">
      <summary className="cursor-pointer py-1 font-medium text-fg-2 touch:min-h-11 touch:py-3">{t('template.not_offered')}</summary>
      <ul aria-label={t('template.not_offered')} tabIndex={0} className="max-h-40 overflow-y-auto">
        {templates.map((template) => (
          <li key={template.id} className="py-1">
            <span className="flex items-baseline gap-2">
              <span className="min-w-0 truncate font-medium">{template.name}</span>
              <span className="shrink-0 text-xs text-fg-2">{languageName(template.language)}</span>
            </span>
            <span className="block text-fg-2 wrap-anywhere">{why(template)}</span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('template.more')}
        </Button>
      )}
    </details>
  )
}
