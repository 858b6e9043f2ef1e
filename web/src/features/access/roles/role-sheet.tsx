import type { PermissionGroup, RoleView } from '@chasqui/contracts'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import type { Group } from '../permissions/find-permissions.ts'
import { Cell } from './cell.tsx'
import { differenceOf } from './difference.ts'
import { type RoleActs, RoleHead } from './role-head.tsx'
import { useSightRows } from './sight-rows.tsx'
import { useRoleWords } from './use-role-words.ts'

/** The matrix on phones: one role at a time. */
export const RoleSheet = ({ roles, groups, acts }: { roles: RoleView[]; groups: Group<PermissionGroup>[]; acts: RoleActs }) => {
  const { t } = useTexts('access')
  const { nameOf, lineOf } = useRoleWords(roles)
  const sight = useSightRows()
  const [chosen, choose] = useState('')
  const role = roles.find(({ id }) => id === chosen) ?? roles[0]
  if (!role) return null
  const difference = differenceOf(role, roles)
  return (
    <div className="flex flex-col gap-3">
      <SelectField label={t('one_role')} value={role.id} onChange={choose} options={roles.map((one) => ({ value: one.id, label: nameOf(one) }))} />
      <RoleHead role={role} name={nameOf(role)} line={lineOf(role)} acts={acts} />
      <section aria-label={t('reach.section')} className="rounded-card border border-line bg-surface">
        <h2 className="px-4 pt-3 pb-1 text-xs font-semibold text-fg-2">{t('reach.section')}</h2>
        <ul>
          {sight.map(({ key, label, cell }) => (
            <li key={key} className="flex items-center justify-between gap-3 border-t border-line px-4 py-2.5">
              {label}
              {cell(role)}
            </li>
          ))}
        </ul>
      </section>
      {groups.map(({ group, permissions }) => (
        <section key={group} aria-label={t(`group.${group}`)} className="rounded-card border border-line bg-surface">
          <h2 className="px-4 pt-3 pb-1 text-xs font-semibold text-fg-2">{t(`group.${group}`)}</h2>
          <ul>
            {permissions.map((permission) => (
              <li key={permission} className="flex items-center justify-between gap-3 border-t border-line px-4 py-2.5">
                {t(`permission.${permission}`)}
                <Cell role={role} permission={permission} difference={difference} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
