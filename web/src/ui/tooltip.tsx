import { Tooltip as Radix } from 'radix-ui'
import type { FocusEvent, ReactElement, ReactNode } from 'react'
import { KeyHint } from './key-hint.tsx'

/** A short name or explanation on hover and focus, dismissed with Esc. The app is wrapped in `TooltipProvider` once. */
export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Radix.Provider delayDuration={350} skipDelayDuration={200}>
    {children}
  </Radix.Provider>
)

export type TooltipProps = { content: ReactNode; keys?: string; side?: 'top' | 'right' | 'bottom' | 'left'; children: ReactElement }

/** Where a click or a touch moved the focus, nobody asked for an explanation that hides what stands beside. */
const onlyForKeys = (event: FocusEvent) => {
  if (!event.currentTarget.matches(':focus-visible')) event.preventDefault()
}

export const Tooltip = ({ content, keys, side = 'bottom', children }: TooltipProps) => (
  <Radix.Root>
    <Radix.Trigger asChild onFocus={onlyForKeys}>
      {children}
    </Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        side={side}
        sideOffset={6}
        collisionPadding={8}
        className="z-50 flex max-w-72 animate-appear items-center gap-2 rounded-control bg-fg px-2.5 py-1.5 text-xs font-medium text-surface shadow-mid"
      >
        {content}
        {keys && <KeyHint keys={keys} inherit />}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
