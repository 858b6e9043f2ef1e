import { classNames } from './class-names.ts'

/** A grey stand-in with the size of what comes. It appears after 150 ms, so that fast answers do not flash. Put `Loading` around a group. */
export const Skeleton = ({ className }: { className?: string }) => <span className={classNames('block rounded-chip bg-surface-3', className)} aria-hidden />

export const Loading = ({ label, className, children }: { label: string; className?: string; children: React.ReactNode }) => (
  <div role="status" aria-busy="true" aria-label={label} className={classNames('animate-[appear_var(--m-base)_var(--ease)_150ms_backwards]', className)}>
    {children}
  </div>
)
