import type { PermissionGroup, RoleView } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import type { Group } from '../permissions/find-permissions.ts'
import { Cell } from './cell.tsx'
import { differenceOf } from './difference.ts'
import { type RoleActs, RoleHead } from './role-head.tsx'
import { useSightRows } from './sight-rows.tsx'
import { useRoleWords } from './use-role-words.ts'

/** Permissions down, roles across. The first column and the head stay in sight. */
export const RoleMatrix = ({ roles, groups, acts }: { roles: RoleView[]; groups: Group<PermissionGroup>[]; acts: RoleActs }) => {
  const { t } = useTexts('access')
  const { nameOf, lineOf } = useRoleWords(roles)
  const sight = useSightRows()
  const columns = roles.map((role) => ({ role, difference: differenceOf(role, roles) }))
  return (
    <div tabIndex={0} role="region" aria-label={t('matrix')} className="min-h-0 flex-1 overflow-auto rounded-card border border-line bg-surface">
      <table className="w-full border-collapse text-base">
        <thead>
          <tr>
            <th scope="col" className="sticky top-0 left-0 z-20 min-w-72 bg-surface-2 px-4 py-2 text-left align-top text-sm font-semibold">
              {t('permissions')}
            </th>
            {roles.map((role) => (
              <th key={role.id} scope="col" className="sticky top-0 z-10 min-w-36 bg-surface-2 px-3 py-2 align-top">
                <RoleHead role={role} name={nameOf(role)} line={lineOf(role)} acts={acts} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sight.map(({ key, label, cell }) => (
            <tr key={key} className="border-t border-line">
              <th scope="row" className="sticky left-0 z-10 bg-surface px-4 py-2 text-left font-normal">
                {label}
              </th>
              {roles.map((role) => (
                <td key={role.id} className="px-3 py-2">
                  {cell(role)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {groups.map(({ group, permissions }) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={roles.length + 1} className="border-t border-line px-4 pt-3 pb-1 text-left text-xs font-semibold text-fg-2">
                {t(`group.${group}`)}
              </th>
            </tr>
            {permissions.map((permission) => (
              <tr key={permission} className="border-t border-line">
                <th scope="row" className="sticky left-0 z-10 bg-surface px-4 py-2 text-left font-normal">
                  {t(`permission.${permission}`)}
                </th>
                {columns.map(({ role, difference }) => (
                  <td key={role.id} className="px-3 py-2">
                    <Cell role={role} permission={permission} difference={difference} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
