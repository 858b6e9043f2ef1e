import type { Conversation } from '@chasqui/contracts'
import { Tags } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { askFor } from '../actions/open-act.ts'

export const TagLine = ({ conversation: { tags } }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const mayTag = useCan('conversations.tag')
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {tags.map(({ id, name }) => (
        <Chip key={id} className="max-w-full">
          <span className="truncate">{name}</span>
        </Chip>
      ))}
      {tags.length === 0 && <span className="text-sm text-fg-3">{t('panel.no_tags')}</span>}
      {mayTag && (
        <Button look="quiet" size="sm" icon={Tags} onClick={() => askFor('tags')}>
          {t('panel.change_tags')}
        </Button>
      )}
    </div>
  )
}
