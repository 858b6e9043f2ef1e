import type { HostedTenant } from '@chasqui/contracts'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { countryName } from '#lib/country-names.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { languageName } from '#lib/language-name.ts'
import { useTitle } from '#lib/title.ts'
import { Banner } from '#ui/banner.tsx'
import { Card } from '#ui/card.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { AwaitedOwner } from './awaited-owner.tsx'
import { HostFrame } from './host-frame.tsx'
import { LimitsForm } from './limits-form.tsx'
import { TenantActs } from './tenant-acts.tsx'
import { UsageBars } from './usage-bars.tsx'

/** In the shown language, `español (Argentina)`. */
const Facts = ({ tenant }: { tenant: HostedTenant }) => {
  const { t } = useTexts('host')
  const format = useFormat()
  const facts = [
    [t('fact.slug'), tenant.slug],
    [t('fact.country'), countryName(tenant.country)],
    [t('fact.language'), languageName(tenant.locale)],
    [t('fact.created'), format.moment(tenant.createdAt)],
    [t('fact.exported'), tenant.exportedAt ? format.moment(tenant.exportedAt) : t('never')],
    [t('column.activity'), tenant.usage.lastActivityAt ? format.moment(tenant.usage.lastActivityAt) : t('never')],
  ] as const
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-fg-3">{name}</dt>
          <dd className="truncate">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Whole = ({ tenant }: { tenant: HostedTenant }) => {
  const { t } = useTexts('host')
  const format = useFormat()
  return (
    <>
      {tenant.status === 'suspended' && (
        <Banner tone="warning" className="rounded-control px-3">
          {t('suspended.since', { time: format.moment(tenant.suspendedAt ?? tenant.createdAt) })}
        </Banner>
      )}
      {tenant.awaitedOwner && <AwaitedOwner tenant={tenant} awaited={tenant.awaitedOwner} />}
      <div className="grid items-start gap-5 laptop:grid-cols-2">
        <div className="flex flex-col gap-5">
          <Card aria-label={t('usage.title')}>
            <h2 className="mb-3 text-md font-semibold">{t('usage.title')}</h2>
            <UsageBars terms={tenant} />
          </Card>
          <Card aria-label={t('fact.title')}>
            <h2 className="mb-3 text-md font-semibold">{t('fact.title')}</h2>
            <Facts tenant={tenant} />
          </Card>
        </div>
        <div className="flex flex-col gap-5">
          <Card aria-label={t('limits.title')}>
            <h2 className="text-md font-semibold">{t('limits.title')}</h2>
            <p className="mb-3 text-sm text-fg-2">{t('limits.text')}</p>
            <LimitsForm key={JSON.stringify(tenant.limits)} tenant={tenant} />
          </Card>
          <TenantActs tenant={tenant} />
        </div>
      </div>
    </>
  )
}

/** `/host/:id`: one organisation with what it uses, may use, and what can be done with it. */
export const TenantPage = () => {
  const { t } = useTexts('host')
  const { tenantId } = useParams({ from: '/host/$tenantId' })
  const { data, error, refetch } = useQuery(asked(hostRoutes.tenant, { params: { id: tenantId } }))
  const title = data?.name ?? t('title')
  useTitle(title)
  const above = (
    <Link to="/host" className="flex items-center gap-1.5 self-start text-sm font-medium text-fg-2 hover:text-fg">
      <ArrowLeft size={16} strokeWidth={1.75} aria-hidden />
      {t('title')}
    </Link>
  )
  return (
    <HostFrame title={title} above={above}>
      {data ? (
        <Whole tenant={data} />
      ) : error ? (
        <ErrorState title={t('tenant.failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('tenant.loading')} className="grid gap-5 laptop:grid-cols-2">
          {[0, 1, 2, 3].map((card) => (
            <Skeleton key={card} className="h-48 rounded-card" />
          ))}
        </Loading>
      )}
    </HostFrame>
  )
}
