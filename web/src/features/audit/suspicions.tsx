import type { Suspicion } from '@chasqui/contracts'
import { useQuery } from '@tanstack/react-query'
import { Download, Globe, KeyRound, Laptop, type LucideIcon, Moon, Network, ShieldCheck, Trash2 } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { type AuditChange, dayOf } from './audit-search.ts'
import type { TrailSource } from './trail-source.ts'

const icons: Record<Suspicion['kind'], LucideIcon> = {
  failed_sign_ins: KeyRound,
  new_country: Globe,
  new_network: Network,
  new_device: Laptop,
  mass_export: Download,
  mass_removal: Trash2,
  night: Moon,
}

/** The filters that show the records behind a suspicion. */
const leadsTo = ({ actor, address, first, last }: Suspicion): AuditChange => ({
  tab: undefined,
  from: dayOf(first),
  to: dayOf(last),
  ...(actor.id ? { actorId: actor.id } : { q: address ?? undefined }),
})

const SuspicionRow = ({ item, onLook }: { item: Suspicion; onLook: (parts: AuditChange) => void }) => {
  const { t } = useTexts('audit')
  const format = useFormat()
  const Icon = icons[item.kind]
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2.5 text-sm last:border-b-0">
      <span className="grid size-8 shrink-0 place-items-center rounded-full bg-warning-subtle text-on-warning-subtle">
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </span>
      <span className="min-w-0 flex-1 basis-56">
        <span className="block font-medium">{t(`suspicious.${item.kind}`, { count: item.count })}</span>
        <span className="block text-fg-2">
          {[item.actor.id ? (item.actor.name ?? item.actor.id) : t('suspicious.unknown'), item.address, format.fullTime(item.last)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Button size="sm" onClick={() => onLook(leadsTo(item))} className="max-tablet:ml-11">
        {t('suspicious.look')}
      </Button>
    </li>
  )
}

/** What somebody should look at, of the last seven days. */
export const Suspicions = ({ source, onLook }: { source: TrailSource; onLook: (parts: AuditChange) => void }) => {
  const { t } = useTexts('audit')
  const { data, error, refetch } = useQuery(asked(source.routes.suspicious))
  if (error) return <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <Loading label={t('loading')} className="flex flex-col gap-2">
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} className="h-14" />
        ))}
      </Loading>
    )
  if (data.items.length === 0) return <EmptyState icon={ShieldCheck} title={t('suspicious.none')} className="py-12" />
  return (
    <ul aria-label={t('tab.suspicious')} className="rounded-card border border-line bg-surface">
      {data.items.map((item) => (
        <SuspicionRow key={`${item.kind} ${item.actor.id} ${item.address} ${item.first} ${item.records.join()}`} item={item} onLook={onLook} />
      ))}
    </ul>
  )
}
