import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

/** An icon that acts; its `label` is the accessible name and the tooltip, `keys` the shortcut shown there. 36 px, 44 where fingers work. */
export type IconButtonProps = Omit<ComponentProps<'button'>, 'className' | 'children' | 'aria-label'> & {
  icon: LucideIcon
  label: string
  keys?: string
  /** `bordered` beside other buttons in a header. */
  bordered?: boolean
  tone?: 'neutral' | 'ai' | 'danger'
  size?: 'sm' | 'md'
  side?: 'top' | 'right' | 'bottom' | 'left'
  className?: string
}

const tones = { neutral: 'text-fg-2 enabled:hover:text-fg', ai: 'text-ai', danger: 'text-danger' }

export const IconButton = ({
  icon: Icon,
  label,
  keys,
  bordered = false,
  tone = 'neutral',
  size = 'md',
  side,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) => (
  <Tooltip content={label} {...(keys && { keys })} {...(side && { side })}>
    <button
      type={type}
      aria-label={label}
      className={classNames(
        'grid shrink-0 place-items-center rounded-control transition-colors enabled:hover:bg-surface-2 aria-expanded:bg-surface-2 aria-pressed:bg-primary-subtle aria-pressed:text-on-primary-subtle disabled:opacity-45',
        size === 'sm' ? 'size-7 touch:size-9' : 'size-9 touch:size-11',
        bordered && 'border border-line-strong bg-surface',
        tones[tone],
        className,
      )}
      {...rest}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden />
    </button>
  </Tooltip>
)
