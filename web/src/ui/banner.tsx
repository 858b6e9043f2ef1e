import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { toneLook } from './chip.tsx'

/** A line that belongs to the place it stands in: channel down, reconnecting. `action` is one quiet button or link; where it is narrow, it stands below the words. */
export type BannerProps = { tone: 'info' | 'success' | 'warning' | 'danger'; action?: ReactNode; className?: string; children: ReactNode }
const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert }

export const Banner = ({ tone, action, className, children }: BannerProps) => {
  const Icon = icons[tone]
  return (
    <div className={classNames('flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1.5 px-4 py-1.5 text-sm', toneLook[tone], className)}>
      <Icon size={16} strokeWidth={2} className="shrink-0" aria-hidden />
      <span role={tone === 'danger' ? 'alert' : 'status'} className="min-w-0 flex-[1_1_10rem]">
        {children}
      </span>
      {action}
    </div>
  )
}
