import type { Permission, RoleView } from '@chasqui/contracts'
import { Check, Minus } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import type { Difference } from './difference.ts'

/** Whether a role may do this; where it differs from the built-in role that it resembles, it says so by sign and colour. */
export const Cell = ({ role, permission, difference }: { role: RoleView; permission: Permission; difference: Difference | null }) => {
  const { t } = useTexts('access')
  const may = role.permissions.includes(permission)
  const [more, less] = [difference?.more.has(permission), difference?.less.has(permission)]
  const Icon = may ? Check : Minus
  return (
    <span
      className={classNames(
        'inline-flex shrink-0 items-center gap-1 whitespace-nowrap rounded-chip px-1.5 py-0.5',
        may ? 'text-success' : 'text-fg-3',
        more && 'bg-success-subtle text-on-success-subtle',
        less && 'bg-warning-subtle text-on-warning-subtle',
      )}
    >
      <Icon size={16} strokeWidth={may ? 2.25 : 1.75} aria-hidden />
      <span className="sr-only">{t(may ? 'may' : 'may_not')}</span>
      {(more || less) && <span className="text-xs font-semibold">{t(more ? 'more' : 'less')}</span>}
    </span>
  )
}
