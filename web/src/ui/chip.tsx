import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A small mark of state with an icon or text beside its colour. 20 px high; `tone` follows the roles: ai = machine, note = internal. */
export type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger' | 'info' | 'ai' | 'note'
export type ChipProps = { tone?: Tone; icon?: LucideIcon; title?: string; className?: string; children: ReactNode }

export const toneLook: Record<Tone, string> = {
  neutral: 'bg-surface-2 text-fg-2',
  primary: 'bg-primary-subtle text-on-primary-subtle',
  success: 'bg-success-subtle text-on-success-subtle',
  warning: 'bg-warning-subtle text-on-warning-subtle',
  danger: 'bg-danger-subtle text-on-danger-subtle font-semibold',
  info: 'bg-info-subtle text-on-info-subtle',
  ai: 'bg-ai-subtle text-on-ai-subtle',
  note: 'bg-note text-on-note',
}

export const Chip = ({ tone = 'neutral', icon: Icon, title, className, children }: ChipProps) => (
  <span
    title={title}
    className={classNames(
      'inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-chip px-[7px] text-xs font-medium tabular',
      toneLook[tone],
      className,
    )}
  >
    {Icon && <Icon size={13} strokeWidth={2} aria-hidden />}
    {children}
  </span>
)
