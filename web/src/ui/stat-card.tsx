import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** One number of the day with its name and what it compares to. */
export type StatCardProps = { label: string; value: ReactNode; note?: string | null; tone?: 'neutral' | 'good' | 'warn' }
const tones = { neutral: 'text-fg-2', good: 'font-semibold text-success', warn: 'font-semibold text-warning' }

export const StatCard = ({ label, value, note, tone = 'neutral' }: StatCardProps) => (
  <div className="min-w-0 rounded-card border border-line bg-surface px-3.5 py-3">
    <dt className="text-xs text-fg-3">{label}</dt>
    <dd>
      <span key={String(value)} className="my-0.5 block animate-appear text-xl font-semibold tabular">
        {value}
      </span>
      {note && <span className={classNames('block text-xs', tones[tone])}>{note}</span>}
    </dd>
  </div>
)
