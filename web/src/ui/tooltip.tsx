import { Tooltip as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { KeyHint } from './key-hint.tsx'

/** A short name or explanation on hover and focus, dismissed with Esc. The app is wrapped in `TooltipProvider` once. */
export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Radix.Provider delayDuration={350} skipDelayDuration={200}>
    {children}
  </Radix.Provider>
)

export type TooltipProps = { content: ReactNode; keys?: string; side?: 'top' | 'right' | 'bottom' | 'left'; children: ReactElement }

export const Tooltip = ({ content, keys, side = 'bottom', children }: TooltipProps) => (
  <Radix.Root>
    <Radix.Trigger asChild>{children}</Radix.Trigger>
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
