import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { KeyHint } from './key-hint.tsx'

/**
 * `solid` is the one main action of a screen; `outline` the others; `quiet` in bars and menus; `danger` destroys.
 * `busy` keeps the size, dims the label and blocks a second press. `keys` shows a keyboard hint inside.
 */
export type ButtonLook = 'solid' | 'outline' | 'quiet' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg'
export type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  look?: ButtonLook
  size?: ButtonSize
  icon?: LucideIcon
  busy?: boolean
  keys?: string
  wide?: boolean
  className?: string
  children?: ReactNode
}

const looks: Record<ButtonLook, string> = {
  solid: 'bg-primary text-on-primary enabled:hover:bg-primary-hover',
  outline: 'border border-line-strong bg-surface text-fg enabled:hover:bg-surface-2',
  quiet: 'text-fg-2 enabled:hover:bg-surface-2 enabled:hover:text-fg aria-expanded:bg-surface-2',
  danger: 'bg-danger text-on-danger enabled:hover:opacity-90',
}
const sizes: Record<ButtonSize, string> = {
  sm: 'control-sm px-2.5 text-sm',
  md: 'control px-3 text-sm',
  lg: 'h-11 px-5 text-base',
}

/** The look alone, for links that act like buttons. */
export const buttonLook = (look: ButtonLook = 'outline', size: ButtonSize = 'md', className?: string) =>
  classNames(
    'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-control font-semibold transition-colors disabled:opacity-55',
    looks[look],
    sizes[size],
    className,
  )

export const Button = ({
  look = 'outline',
  size = 'md',
  icon: Icon,
  busy = false,
  keys,
  wide = false,
  className,
  children,
  type = 'button',
  disabled,
  ...rest
}: ButtonProps) => (
  <button
    type={type}
    disabled={disabled || busy}
    aria-busy={busy || undefined}
    className={buttonLook(look, size, classNames(wide && 'w-full', className))}
    {...rest}
  >
    {Icon && <Icon size={size === 'sm' ? 16 : 18} strokeWidth={1.75} aria-hidden />}
    {children}
    {keys && <KeyHint keys={keys} inherit />}
  </button>
)
