import { classNames } from './class-names.ts'

/** How far something is, `value` of `max`. Where more is worse, `tone` goes with the words that say so. */
export type ProgressProps = { label: string; value: number; max: number; tone?: 'primary' | 'warning' | 'danger'; className?: string }
const tones = { primary: 'bg-primary', warning: 'bg-warning', danger: 'bg-danger' }

export const Progress = ({ label, value, max, tone = 'primary', className }: ProgressProps) => (
  <div
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={max}
    aria-valuenow={value}
    className={classNames('h-1.5 overflow-hidden rounded-full bg-surface-3', className)}
  >
    <div className={classNames('h-full rounded-full', tones[tone])} style={{ width: `${max > 0 ? Math.min(100, (value / max) * 100) : 0}%` }} />
  </div>
)
