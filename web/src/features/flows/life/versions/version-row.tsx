import type { FlowVersion } from '@chasqui/contracts'
import { UsersRound } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'

type VersionRowProps = { version: FlowVersion; isPublished: boolean; onCompare: () => void; onRestore: () => void }

/** One version: what is new in it, who published it when, and how many people are inside now. */
export const VersionRow = ({
  version: { number, note, publishedAt, publishedBy, peopleInside, override, people },
  isPublished,
  onCompare,
  onRestore,
}: VersionRowProps) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const mayManage = useCan('flows.manage')
  return (
    <li className="rounded-card border border-line p-3">
      <div className="flex flex-wrap items-center gap-1.5">
        <b className="text-base font-semibold">{t('versions.number', { number })}</b>
        {isPublished && <Chip tone="success">{t('versions.is_published')}</Chip>}
        <Chip icon={UsersRound}>{t('versions.people', { count: people })}</Chip>
      </div>
      <p dir="auto" className="mt-1 text-sm wrap-anywhere">
        {note ?? <span className="text-fg-3">{t('versions.no_note')}</span>}
      </p>
      <p className="mt-0.5 text-xs text-fg-2">
        <time dateTime={publishedAt} title={format.fullTime(publishedAt)}>
          {format.moment(publishedAt)}
        </time>
        {publishedBy?.name && ` · ${publishedBy.name}`}
        {/* Nobody can have been inside before the first. */}
        {number > 1 && ` · ${t(`people.${peopleInside}_short`)}`}
      </p>
      {override && <p className="mt-1 text-sm wrap-anywhere text-on-warning-subtle">{t('versions.override', { reason: override })}</p>}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={onCompare} aria-label={t('versions.compare_with', { number })}>
          {t('versions.compare_verb')}
        </Button>
        {mayManage && (
          <Button size="sm" onClick={onRestore} aria-label={t('versions.restore_number', { number })}>
            {t('versions.restore')}
          </Button>
        )}
      </div>
    </li>
  )
}
