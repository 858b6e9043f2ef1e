import { Popover as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'

/** Free content behind a button. Focus moves in and comes back; Esc and a press outside close it. */
export type PopoverProps = {
  trigger: ReactElement
  label: string
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}

export const Popover = ({ trigger, label, align = 'end', side = 'bottom', open, onOpenChange, children }: PopoverProps) => (
  <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        aria-label={label}
        align={align}
        side={side}
        sideOffset={6}
        collisionPadding={8}
        className="z-50 w-72 max-w-[calc(100vw-16px)] animate-appear rounded-card border border-line bg-surface p-3 shadow-mid outline-none"
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
