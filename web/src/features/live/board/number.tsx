import type { ReactNode } from 'react'
import { classNames } from '#ui/class-names.ts'

/** A number with its name; one that has conversations behind it opens them. */
export type NumberProps = { label: string; value: ReactNode; note?: string | null; warns?: boolean; onOpen?: (() => void) | undefined; size?: 'md' | 'sm' }

export const LiveNumber = ({ label, value, note, warns = false, onOpen, size = 'md' }: NumberProps) => {
  const figure = classNames('block font-semibold tabular', size === 'md' ? 'text-xl' : 'text-md', warns && 'text-danger')
  return (
    <div className="min-w-0">
      <dt className="text-xs text-fg-3">{label}</dt>
      <dd>
        {onOpen ? (
          <button
            type="button"
            onClick={onOpen}
            className={classNames(figure, 'min-h-6 rounded-control text-left underline decoration-line-strong underline-offset-4 hover:decoration-current')}
          >
            {value}
          </button>
        ) : (
          <span className={figure}>{value}</span>
        )}
        {note && <span className="block text-xs text-fg-2">{note}</span>}
      </dd>
    </div>
  )
}
