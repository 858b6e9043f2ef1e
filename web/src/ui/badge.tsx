import { classNames } from './class-names.ts'

/** A count. `plain` in menus, `primary` for unread, `danger` over icons. Nothing at zero; `99+` beyond. */
export type BadgeProps = { count: number; label?: string; look?: 'plain' | 'primary' | 'danger'; className?: string }

const looks = {
  plain: 'text-xs font-semibold text-fg-2',
  primary: 'min-w-5 rounded-full bg-primary px-1.5 text-center text-xs leading-5 font-semibold text-on-primary',
  danger: 'min-w-4 rounded-full bg-danger px-1.5 text-center text-xs font-semibold text-on-danger',
}

export const Badge = ({ count, label, look = 'plain', className }: BadgeProps) =>
  count > 0 && (
    <span className={classNames('tabular', looks[look], className)}>
      <span aria-hidden={label ? true : undefined}>{count > 99 ? '99+' : count}</span>
      {label && <span className="sr-only">{label}</span>}
    </span>
  )
