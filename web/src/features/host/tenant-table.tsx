import type { HostedTenant } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Chip } from '#ui/chip.tsx'
import { warnFrom } from '#lib/tenant-limits.ts'
import { nearestLimit } from './nearest-limit.ts'

const number = 'px-3 py-2.5 text-right tabular max-tablet:hidden'

/** Near or at a limit, in words: never by colour alone. */
const Nearness = ({ tenant }: { tenant: HostedTenant }) => {
  const { t } = useTexts('host')
  const share = nearestLimit(tenant)
  if (share < warnFrom) return null
  return <Chip tone={share >= 1 ? 'danger' : 'warning'}>{t(share >= 1 ? 'limit.reached' : 'limit.near')}</Chip>
}

const Row = ({ tenant }: { tenant: HostedTenant }) => {
  const { t } = useTexts('host')
  const format = useFormat({ ticking: true })
  const { usage } = tenant
  const last = usage.lastActivityAt ? format.listTime(usage.lastActivityAt) : t('never')
  return (
    <tr className="relative border-t border-line hover:bg-surface-2">
      <td className="px-3 py-2.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {/* The link covers its row, so that a tap anywhere opens it while keyboards meet one link. */}
          <Link to="/host/$tenantId" params={{ tenantId: tenant.id }} className="font-semibold after:absolute after:inset-0">
            {tenant.name}
          </Link>
          {tenant.status === 'suspended' && <Chip tone="warning">{t('status.suspended')}</Chip>}
          {tenant.awaitedOwner && <Chip tone="warning">{t('owner.chip')}</Chip>}
          {tenant.isDemo && <Chip>{t('demo')}</Chip>}
          <Nearness tenant={tenant} />
        </div>
        <span className="block text-xs text-fg-3">{tenant.slug}</span>
        <span className="block text-xs text-fg-2 tablet:hidden">
          {t('list.line', { users: format.number(usage.users), messages: format.number(usage.messages), storage: format.fileSize(usage.storageBytes) })}
        </span>
      </td>
      <td className={number}>{format.number(usage.users)}</td>
      <td className={number}>{format.number(usage.channels)}</td>
      <td className={number}>{format.number(usage.messages)}</td>
      <td className={number}>{format.fileSize(usage.storageBytes)}</td>
      <td className="px-3 py-2.5 text-right whitespace-nowrap text-fg-2">{last}</td>
    </tr>
  )
}

export const TenantTable = ({ tenants }: { tenants: readonly HostedTenant[] }) => {
  const { t } = useTexts('host')
  const heads = ['users', 'channels', 'messages', 'storage'] as const
  return (
    <div className="overflow-clip rounded-card border border-line bg-surface">
      <table className="w-full text-sm">
        <thead className="sticky top-0 z-1 bg-surface text-left text-xs text-fg-3 shadow-[inset_0_-1px_var(--border)]">
          <tr>
            <th scope="col" className="px-3 py-2 font-medium">
              {t('column.name')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="px-3 py-2 text-right font-medium max-tablet:hidden">
                {t(`column.${head}`)}
              </th>
            ))}
            <th scope="col" className="px-3 py-2 text-right font-medium">
              {t('column.activity')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tenants.map((tenant) => (
            <Row key={tenant.id} tenant={tenant} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
