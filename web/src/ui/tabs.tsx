import { Tabs as Radix } from 'radix-ui'
import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react'
import { classNames } from './class-names.ts'

/** Underlined tabs with optional counts. Give `panels` as children with `TabPanel`, or none when the page reads `value` itself. */
export type Tab<Value extends string> = { value: Value; label: string; count?: number | undefined }
export type TabsProps<Value extends string> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  tabs: readonly Tab<Value>[]
  className?: string
  children?: ReactNode
}

/** The mouse gets no ring: the tab takes the focus by script, which browsers would show as if keys had done it. */
const byPointer =
  (on: boolean) =>
  ({ currentTarget }: SyntheticEvent<HTMLElement>) =>
    void currentTarget.toggleAttribute('data-pointer', on)

/** The chosen one is in sight also where not all of them fit; only their own line moves. */
const useChosenInSight = (value: string) => {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [list, chosen] = [line.current, line.current?.querySelector('[data-state=active]')]
    if (!list || !chosen) return
    const [around, tab] = [list.getBoundingClientRect(), chosen.getBoundingClientRect()]
    if (tab.left < around.left || tab.right > around.right) list.scrollBy({ left: tab.left + tab.width / 2 - around.left - around.width / 2 })
  }, [value])
  return line
}

export const Tabs = <Value extends string>({ label, value, onChange, tabs, className, children }: TabsProps<Value>) => {
  const line = useChosenInSight(value)
  return (
    <Radix.Root value={value} onValueChange={(next) => onChange(next as Value)} activationMode="manual" className={children ? 'contents' : undefined}>
      <Radix.List ref={line} aria-label={label} className={classNames('flex gap-4 overflow-x-auto text-sm [scrollbar-width:none]', className)}>
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            {...(!children && { 'aria-controls': undefined })}
            onPointerDown={byPointer(true)}
            onKeyDown={byPointer(false)}
            onBlur={byPointer(false)}
            className="relative -mx-1.5 flex shrink-0 items-baseline gap-1 rounded-chip px-1.5 py-[9px] font-medium whitespace-nowrap text-fg-2 outline-offset-[-2px] data-pointer:outline-none after:absolute after:inset-x-1.5 after:bottom-0 after:h-0.5 hover:text-fg data-[state=active]:font-semibold data-[state=active]:text-primary data-[state=active]:after:bg-primary touch:py-[13px]"
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-xs font-medium text-fg-3 tabular">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children}
    </Radix.Root>
  )
}
