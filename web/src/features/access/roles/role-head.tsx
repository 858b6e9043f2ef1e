import type { RoleView } from '@chasqui/contracts'
import { Pencil, Trash2 } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { TwoFactorSwitch } from './two-factor-switch.tsx'

export type RoleActs = { edit: (role: RoleView) => void; remove: (role: RoleView) => void }

/** A role's name, what it resembles, how many have it, and what can be done with it. */
export const RoleHead = ({ role, name, line, acts }: { role: RoleView; name: string; line: string; acts: RoleActs }) => {
  const { t } = useTexts('access')
  const mayManage = useCan('roles.manage')
  return (
    <div className="flex flex-col gap-0.5 text-left">
      <span className="text-sm font-semibold">{name}</span>
      {role.description && <span className="text-xs font-normal text-fg-2">{role.description}</span>}
      <span className="text-xs font-normal text-fg-2">{line}</span>
      <span className="text-xs font-normal text-fg-2">{t('members', { count: role.members })}</span>
      <TwoFactorSwitch role={role} name={name} />
      {!role.builtIn && mayManage && (
        <span className="-ml-2 flex">
          <IconButton icon={Pencil} label={t('edit.act', { role: name })} onClick={() => acts.edit(role)} />
          <IconButton icon={Trash2} label={t('remove.act', { role: name })} onClick={() => acts.remove(role)} />
        </span>
      )}
    </div>
  )
}
