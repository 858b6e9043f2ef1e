import type { RoleView } from '@chasqui/contracts'
import { roleRoutes } from '@chasqui/contracts/http/roles'
import { useQuery } from '@tanstack/react-query'
import { Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { asked, call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { session, useCan } from '#lib/session.ts'
import { useStore } from '#lib/store.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say } from '#ui/toast.tsx'
import { useLaptop } from '#ui/use-narrow.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { findPermissions } from '../permissions/find-permissions.ts'
import { RoleEditor } from './role-editor.tsx'
import { RoleMatrix } from './role-matrix.tsx'
import { RoleSheet } from './role-sheet.tsx'

type Open = { what: 'edit'; role: RoleView | null } | { what: 'remove'; role: RoleView } | null

export const RolesSection = () => {
  const { t } = useTexts('access')
  const wide = useLaptop()
  const mayManage = useCan('roles.manage')
  const me = useStore(session)
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<Open>(null)
  const list = useQuery(asked(roleRoutes.list))
  const catalogue = useQuery(asked(roleRoutes.permissions))
  const error = list.error ?? catalogue.error
  const again = () => void Promise.all([list.refetch(), catalogue.refetch()])
  if (error) return <ErrorState title={t('failed')} error={error} onRetry={again} className="flex-1" />
  if (!list.data || !catalogue.data)
    return (
      <Loading label={t('loading')}>
        <Skeleton className="h-96 w-full" />
      </Loading>
    )
  const groups = findPermissions(catalogue.data.groups, search, (permission) => t(`permission.${permission}`))
  const acts = { edit: (role: RoleView) => setOpen({ what: 'edit', role }), remove: (role: RoleView) => setOpen({ what: 'remove', role }) }
  const Shape = wide ? RoleMatrix : RoleSheet
  const remove = async (role: RoleView) => {
    await call(roleRoutes.remove, { params: { id: role.id } })
    await queryClient.invalidateQueries({ queryKey: [roleRoutes.list.id] })
    say(t('remove.done', { role: role.name }))
  }
  return (
    <>
      <div className="mb-3 flex shrink-0 flex-wrap items-end gap-3">
        <TextField label={t('search')} type="search" value={search} onChange={(event) => setSearch(event.target.value)} className="w-full tablet:w-80" />
        {mayManage && (
          <Button look="solid" icon={Plus} onClick={() => setOpen({ what: 'edit', role: null })} className="tablet:ml-auto">
            {t('create.act')}
          </Button>
        )}
      </div>
      {groups.length === 0 ? (
        <EmptyState icon={SearchX} title={t('no_match')} className="flex-1" action={<Button onClick={() => setSearch('')}>{t('clear')}</Button>} />
      ) : (
        <Shape roles={list.data.items} groups={groups} acts={acts} />
      )}
      {open?.what === 'edit' && (
        <RoleEditor role={open.role} roles={list.data.items} own={me.status === 'signed-in' ? me.permissions : new Set()} onClose={() => setOpen(null)} />
      )}
      {open?.what === 'remove' && (
        <ConfirmDialog
          title={t('remove.title', { role: open.role.name })}
          description={t('remove.text')}
          verb={t('remove.verb')}
          act={() => remove(open.role)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
