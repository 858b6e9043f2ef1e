import type { Permission } from '@chasqui/contracts'
import { roleRoutes } from '@chasqui/contracts/http/roles'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { findPermissions } from './find-permissions.ts'

type Props = { chosen: ReadonlySet<Permission>; onChange: (chosen: ReadonlySet<Permission>) => void; error: string | null }

/** One permission in plain words. Nobody can give what they do not have, so that it cannot be ticked. */
const Check = ({ permission, checked, onToggle }: { permission: Permission; checked: boolean; onToggle: () => void }) => {
  const { t } = useTexts('access')
  const own = useCan(permission)
  return (
    <label className="flex min-h-9 items-center gap-2.5 rounded-control px-2 py-1 hover:bg-surface-2 touch:min-h-11">
      <input type="checkbox" checked={checked} disabled={!own} onChange={onToggle} className="size-4 shrink-0 accent-primary" />
      <span className={own ? '' : 'text-fg-3'}>
        <span className="block text-base">{t(`permission.${permission}`)}</span>
        {!own && <span className="block text-xs text-fg-3">{t('not_yours')}</span>}
      </span>
    </label>
  )
}

/** What a role or a key may do, to tick: grouped, searchable, in the words of the matrix. */
export const PermissionChecks = ({ chosen, onChange, error }: Props) => {
  const { t } = useTexts('access')
  const [search, setSearch] = useState('')
  const catalogue = useQuery(asked(roleRoutes.permissions))
  if (catalogue.error) return <ErrorState title={t('failed')} error={catalogue.error} onRetry={() => void catalogue.refetch()} />
  if (!catalogue.data)
    return (
      <Loading label={t('loading')}>
        <Skeleton className="h-40 w-full" />
      </Loading>
    )
  const groups = findPermissions(catalogue.data.groups, search, (permission) => t(`permission.${permission}`))
  const toggle = (permission: Permission) => {
    const next = new Set(chosen)
    if (!next.delete(permission)) next.add(permission)
    onChange(next)
  }
  return (
    <div className="flex flex-col gap-3">
      <TextField label={t('search')} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      <p role="status" className="text-sm text-fg-2">
        {t('chosen', { count: chosen.size })}
      </p>
      {error && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
      <div tabIndex={0} role="group" aria-label={t('permissions')} className="max-h-[38dvh] overflow-y-auto rounded-control border border-line p-2">
        {groups.length === 0 && <p className="p-3 text-sm text-fg-2">{t('no_match')}</p>}
        {groups.map(({ group, permissions }) => (
          <fieldset key={group} className="mb-2">
            <legend className="px-2 py-1 text-xs font-semibold text-fg-2">{t(`group.${group}`)}</legend>
            {permissions.map((permission) => (
              <Check key={permission} permission={permission} checked={chosen.has(permission)} onToggle={() => toggle(permission)} />
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  )
}
