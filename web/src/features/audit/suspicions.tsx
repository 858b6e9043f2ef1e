import { auditRoutes } from '@chasqui/contracts/http/audit'
import { useQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'

/** What somebody should look at, of the last seven days. */
export const Suspicions = ({ onLook }: { onLook: (actorId: string) => void }) => {
  const { t } = useTexts('audit')
  const format = useFormat()
  const { data, error, refetch } = useQuery(asked(auditRoutes.suspicious))
  if (error) return <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <Loading label={t('loading')} className="p-4">
        <Skeleton className="h-16" />
      </Loading>
    )
  if (data.items.length === 0) return <EmptyState icon={ShieldCheck} title={t('suspicious.none')} className="py-12" />
  return (
    <ul aria-label={t('tab.suspicious')}>
      {data.items.map((item) => (
        <li
          key={`${item.kind} ${item.actor.id} ${item.address} ${item.first}`}
          className="flex flex-wrap items-center gap-x-3 border-b border-line px-4 py-2 text-sm"
        >
          <span className="font-medium">{t(`suspicious.${item.kind}`, { count: item.count })}</span>
          {item.actor.id ? (
            <button type="button" className="text-primary underline" onClick={() => onLook(item.actor.id ?? '')}>
              {item.actor.name ?? item.actor.id}
            </button>
          ) : (
            <span>{t('suspicious.unknown')}</span>
          )}
          <span className="text-fg-2 tabular">{format.fullTime(item.last)}</span>
          <span className="text-fg-2">{item.address}</span>
          <span className="text-fg-2 tabular">{t('suspicious.records', { numbers: item.records.slice(0, 10).join(', ') })}</span>
        </li>
      ))}
    </ul>
  )
}
