import { Building2, Search } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useResting } from '#lib/use-resting.ts'
import { TenantTable } from './tenant-table.tsx'
import { type Order, type Status, useTenants } from './use-tenants.ts'

const statuses: readonly Status[] = ['all', 'active', 'suspended']
const orders: readonly Order[] = ['name', 'activity', 'messages', 'storage', 'nearest']
/** ms of rest in typing before the list is asked again. */
const restMs = 200

/** Every organisation, searched, filtered and in the order asked for. */
export const TenantList = ({ onAdd }: { onAdd: () => void }) => {
  const { t } = useTexts('host')
  const [typed, setTyped] = useState('')
  const [status, setStatus] = useState<Status>('all')
  const [order, setOrder] = useState<Order>('name')
  const q = useResting(typed.trim(), restMs)
  const { tenants, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTenants({ q, status, order })
  const filtered = q !== '' || status !== 'all'
  return (
    <section aria-label={t('list.title')} className="flex flex-col gap-3">
      <div className="grid gap-3 tablet:grid-cols-[minmax(0,1fr)_180px_220px]">
        <TextField label={t('list.search')} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={200} />
        <SelectField label={t('list.status')} value={status} options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))} onChange={setStatus} />
        <SelectField label={t('list.order')} value={order} options={orders.map((value) => ({ value, label: t(`order.${value}`) }))} onChange={setOrder} />
      </div>
      {tenants ? (
        tenants.length > 0 ? (
          <>
            <p role="status" className="text-sm text-fg-3">
              {hasNextPage ? t('list.first', { shown: tenants.length }) : t('list.count', { count: tenants.length })}
            </p>
            <TenantTable tenants={tenants} />
            {hasNextPage && (
              <Button className="self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('list.more')}
              </Button>
            )}
          </>
        ) : filtered ? (
          <EmptyState icon={Search} title={t('list.nothing')} />
        ) : (
          <EmptyState icon={Building2} title={t('list.empty')} action={<Button onClick={onAdd}>{t('create.open')}</Button>} />
        )
      ) : error ? (
        <ErrorState title={t('list.failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('list.loading')} className="flex flex-col gap-2">
          {[0, 1, 2, 3, 4, 5].map((row) => (
            <Skeleton key={row} className="h-12" />
          ))}
        </Loading>
      )}
    </section>
  )
}
