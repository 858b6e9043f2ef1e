import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** The bezel of a phone around its screen. On phones themselves the frame disappears. */
export const PhoneFrame = ({ label, className, children }: { label: string; className?: string; children: ReactNode }) => (
  <section
    aria-label={label}
    className={classNames(
      'flex min-h-0 flex-1 flex-col overflow-hidden rounded-[28px] border-[6px] border-fg bg-thread dark:border-surface-3 max-tablet:rounded-none max-tablet:border-0',
      className,
    )}
  >
    {children}
  </section>
)
