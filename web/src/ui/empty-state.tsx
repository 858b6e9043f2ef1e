import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** One sentence on what will be here and one main action. Say *nothing yet* and *nothing matches* differently. */
export type EmptyStateProps = {
  icon: LucideIcon
  title: string
  /** `h1` where it is the whole page. */ heading?: 'h1' | 'p'
  children?: ReactNode
  action?: ReactNode
  className?: string
}

export const EmptyState = ({ icon: Icon, title, heading: Heading = 'p', children, action, className }: EmptyStateProps) => (
  <div className={classNames('grid place-content-center justify-items-center gap-1 p-6 text-center', className)}>
    <span className="mb-2 grid size-12 place-items-center rounded-full bg-fg/6 text-fg-3">
      <Icon size={22} strokeWidth={1.75} aria-hidden />
    </span>
    <Heading className="max-w-[40ch] text-base font-semibold text-balance">{title}</Heading>
    {children && <p className="max-w-[44ch] text-sm text-balance text-fg-2">{children}</p>}
    {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
  </div>
)
