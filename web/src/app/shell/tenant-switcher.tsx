import { useNavigate } from '@tanstack/react-router'
import { ChevronDown, Zap } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { type Tenant, useSession, useTenant } from '#lib/session.ts'
import { classNames } from '#ui/class-names.ts'
import { Menu, MenuChoices, MenuLabel } from '#ui/menu.tsx'
import { useRoleName } from './role-name.ts'

export const useTenants = (): Tenant[] => {
  const state = useSession()
  return state.status === 'signed-in' ? state.tenants : []
}

const Mark = () => (
  <span className="grid size-8 shrink-0 place-items-center rounded-control bg-primary text-on-primary" aria-hidden>
    <Zap size={18} strokeWidth={1.75} />
  </span>
)

/** The business at hand; with more than one, a menu to another. */
export const TenantSwitcher = ({ folded }: { folded: boolean }) => {
  const { t } = useTexts('app')
  const roleName = useRoleName()
  const tenant = useTenant()
  const tenants = useTenants()
  const navigate = useNavigate()
  const look = classNames('mb-3 flex items-center gap-2.5 rounded-control text-left', folded ? 'mx-auto justify-center p-1' : 'w-full px-2 py-1')
  const face = (
    <>
      <Mark />
      {!folded && (
        <span className="min-w-0 flex-1">
          <strong className="block truncate leading-[18px] font-semibold">{tenant.name}</strong>
          <span className="block truncate text-xs text-fg-3">{tenant.isDemo ? t('tenant.demo') : roleName(tenant)}</span>
        </span>
      )}
    </>
  )
  if (tenants.length < 2)
    return (
      <div className={look} title={folded ? tenant.name : undefined}>
        {face}
      </div>
    )
  const trigger = (
    <button
      type="button"
      aria-label={folded ? t('tenant.switch', { name: tenant.name }) : undefined}
      className={classNames(look, 'hover:bg-surface-2 aria-expanded:bg-surface-2')}
    >
      {face}
      {!folded && <span className="sr-only">{t('tenant.switch', { name: tenant.name })}</span>}
      {!folded && <ChevronDown size={16} strokeWidth={1.75} className="shrink-0 text-fg-2" aria-hidden />}
    </button>
  )
  return (
    <Menu trigger={trigger} label={t('tenant.list')} align="start">
      <MenuLabel>{t('tenant.list')}</MenuLabel>
      <MenuChoices
        label={t('tenant.list')}
        value={tenant.slug}
        options={tenants.map(({ slug, name, isDemo }) => ({ value: slug, label: name, hint: isDemo ? t('tenant.demo') : undefined }))}
        onChange={(slug) => void navigate({ to: '/a/$tenant/home', params: { tenant: slug } })}
      />
    </Menu>
  )
}
