import { classNames } from './class-names.ts'

/** How far something is, `value` of `max`. */
export const Progress = ({ label, value, max, className }: { label: string; value: number; max: number; className?: string }) => (
  <div
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={max}
    aria-valuenow={value}
    className={classNames('h-1.5 overflow-hidden rounded-full bg-surface-3', className)}
  >
    <div className="h-full rounded-full bg-primary" style={{ width: `${max > 0 ? Math.min(100, (value / max) * 100) : 0}%` }} />
  </div>
)
