import { Check, ChevronRight, type LucideIcon } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { KeyHint } from './key-hint.tsx'

/**
 * A menu behind a button: `<Menu trigger={<IconButton …/>}><MenuItem …/><MenuChoices …/></Menu>`.
 * Arrows, Home, End, type-ahead and Esc come with it.
 */
const panel =
  'z-50 min-w-52 max-w-80 animate-appear overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-mid max-h-(--radix-dropdown-menu-content-available-height)'
const item =
  'flex min-h-9 cursor-default select-none items-center gap-2.5 rounded-control px-2 py-1.5 text-sm font-medium outline-none data-highlighted:bg-surface-2 data-disabled:opacity-50 touch:min-h-11'

/** The button has the focus again unless what was chosen has taken it elsewhere. */
const stayIfTaken = (event: Event) => {
  if (document.activeElement !== document.body) event.preventDefault()
}

export type MenuProps = {
  trigger: ReactElement
  label?: string
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
  /** For menus that a key opens too. */
  shown?: { open: boolean; onOpenChange: (open: boolean) => void }
  children: ReactNode
}
export const Menu = ({ trigger, label, align = 'end', side = 'bottom', shown, children }: MenuProps) => (
  <Radix.Root modal={false} {...shown}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content aria-label={label} align={align} side={side} sideOffset={6} collisionPadding={8} className={panel} onCloseAutoFocus={stayIfTaken}>
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)

export type MenuItemProps = { icon?: LucideIcon; keys?: string; danger?: boolean; disabled?: boolean; onSelect: () => void; children: ReactNode }
export const MenuItem = ({ icon: Icon, keys, danger = false, disabled = false, onSelect, children }: MenuItemProps) => (
  <Radix.Item disabled={disabled} onSelect={onSelect} className={classNames(item, danger ? 'text-danger' : 'text-fg')}>
    {Icon && <Icon size={18} strokeWidth={1.75} className={danger ? '' : 'text-fg-2'} aria-hidden />}
    <span className="flex-1">{children}</span>
    {keys && <KeyHint keys={keys} />}
  </Radix.Item>
)

/** Exclusive choices inside a menu. */
export type MenuChoicesProps<Value extends string> = {
  label: string
  value: Value
  options: readonly { value: Value; label: string; hint?: string | undefined }[]
  onChange: (value: Value) => void
}
export const MenuChoices = <Value extends string>({ label, value, options, onChange }: MenuChoicesProps<Value>) => (
  <Radix.RadioGroup aria-label={label} value={value} onValueChange={(next) => onChange(next as Value)}>
    {options.map((option) => (
      <Radix.RadioItem key={option.value} value={option.value} className={classNames(item, 'text-fg')}>
        <span className="flex-1">
          {option.label}
          {option.hint && <span className="block text-xs font-normal text-fg-3">{option.hint}</span>}
        </span>
        <Radix.ItemIndicator>
          <Check size={16} strokeWidth={2} className="text-primary" aria-hidden />
        </Radix.ItemIndicator>
      </Radix.RadioItem>
    ))}
  </Radix.RadioGroup>
)

export const MenuGroup = ({ icon: Icon, label, hint, children }: { icon?: LucideIcon; label: string; hint?: string; children: ReactNode }) => (
  <Radix.Sub>
    <Radix.SubTrigger className={classNames(item, 'text-fg data-[state=open]:bg-surface-2')}>
      {Icon && <Icon size={18} strokeWidth={1.75} className="text-fg-2" aria-hidden />}
      <span className="flex-1">{label}</span>
      {hint && <span className="text-xs font-normal text-fg-3">{hint}</span>}
      <ChevronRight size={16} strokeWidth={1.75} className="text-fg-3" aria-hidden />
    </Radix.SubTrigger>
    <Radix.Portal>
      <Radix.SubContent sideOffset={4} collisionPadding={8} className={panel}>
        {children}
      </Radix.SubContent>
    </Radix.Portal>
  </Radix.Sub>
)

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Radix.Label className="px-2 pt-2 pb-1 text-xs font-semibold text-fg-3">{children}</Radix.Label>
)
export const MenuLine = () => <Radix.Separator className="mx-2 my-1 h-px bg-line" />
