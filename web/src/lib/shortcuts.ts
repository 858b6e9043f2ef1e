import { useEffect, useEffectEvent } from 'react'
import { keep, readKept } from './kept.ts'
import { isStep, type Press, progress, writesText } from './shortcut-keys.ts'
import { createStore, useStore } from './store.ts'

/**
 * The keyboard. Single keys are dead while a field, a menu or a dialog has the focus; keys with Ctrl/⌘ always work.
 *   useShortcuts('conversation', { reply: { keys: 'r', label: t('keys.reply'), run: focusComposer } })
 * The id of a binding is `scope.name`; people can remap or switch off each one, or all single keys (WCAG 2.1.4).
 * Of bindings with the same keys the one mounted last wins, so an inner scope covers an outer one.
 */
export type Binding = {
  /** `j`, `Shift+e`, `Mod+k`, `g i`; several with `|`: `j|ArrowDown`. */
  keys: string
  /** What it does, for the list under `?`. */
  label: string
  run: (event: KeyboardEvent) => void
  /** Also while a field or dialog has the focus, or where this says so of what has it; only for keys with Mod. */
  always?: boolean | ((at: Element) => boolean)
  when?: boolean
  /** Not heard here: the browser or what has the focus does it, and it is only listed. */
  native?: boolean
}
/** Where keys belong; each has a heading in the list (`keys.scope.*` of the app's texts). Add one when a page needs it. */
export type Scope = 'everywhere' | 'list' | 'conversation' | 'composer' | 'tasks' | 'phone' | 'flow'
export type Listed = { id: string; scope: Scope; keys: string; label: string; native?: boolean }
type Active = Binding & { id: string; scope: Scope }

let active: Active[] = []
const listed = createStore<readonly Listed[]>([])

type Preferences = { off: boolean; keys: Record<string, string | null> }
const readPreferences = (): Preferences => {
  try {
    return { off: false, keys: {}, ...(JSON.parse(readKept('shortcuts') ?? '{}') as Partial<Preferences>) }
  } catch {
    return { off: false, keys: {} }
  }
}
const preferences = createStore(readPreferences())
const setPreferences = (next: Preferences) => {
  keep('shortcuts', JSON.stringify(next))
  preferences.set(next)
}
/** `null` switches one shortcut off, `undefined` restores its own keys. */
export const remap = (id: string, keys: string | null | undefined) => {
  const { [id]: _, ...others } = preferences.get().keys
  setPreferences({ ...preferences.get(), keys: keys === undefined ? others : { ...others, [id]: keys } })
}
export const switchSingleKeys = (on: boolean) => setPreferences({ ...preferences.get(), off: !on })
export const useSingleKeysOn = () => useStore(preferences, ({ off }) => !off)

/** Re-renders when somebody remapped a key or switched single keys off. */
export const useShortcutPreferences = () => useStore(preferences)

/** The keys in force for a binding; null when switched off. */
export const keysOf = ({ id, keys }: { id: string; keys: string }): string | null => {
  const { off, keys: own } = preferences.get()
  const chosen = own[id] === undefined ? keys : own[id]
  return chosen !== null && off && !chosen.includes('Mod+') ? null : chosen
}

const fields =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]'
const ownKeys = '[role=menu], [role=dialog], [role=alertdialog], [role=listbox][data-radix-select-content], [data-own-keys]'
const isTaken = (target: EventTarget | null): target is Element =>
  target instanceof Element && (target.closest(fields) !== null || target.closest(ownKeys) !== null)
const isAlways = ({ always = false }: Binding, at: Element) => (typeof always === 'function' ? always(at) : always)

/** How long the second key of a sequence may take, in ms. */
const patience = 1200
let presses: Press[] = []
let lastAt = 0

const alternatives = (binding: Active) => keysOf(binding)?.split('|') ?? []
const matching = (candidates: Active[], want: 'whole' | 'begun') =>
  candidates.findLast((binding) => alternatives(binding).some((keys) => progress(keys, presses) === want))

const modified = (event: KeyboardEvent) => event.ctrlKey || event.metaKey
const usable = (event: KeyboardEvent) =>
  active.filter((binding) => binding.when !== false && !binding.native && (!isTaken(event.target) || (modified(event) && isAlways(binding, event.target))))

const press = (event: KeyboardEvent) => {
  if (event.defaultPrevented || event.isComposing || writesText(event) || ['Shift', 'Control', 'Meta', 'CapsLock'].includes(event.key)) return
  presses = event.timeStamp - lastAt > patience ? [event] : [...presses, event]
  lastAt = event.timeStamp
  const candidates = usable(event)
  if (!matching(candidates, 'whole') && !matching(candidates, 'begun')) presses = [event]
  const binding = matching(candidates, 'whole')
  if (binding) {
    presses = []
    event.preventDefault()
    binding.run(event)
  } else if (!matching(candidates, 'begun')) presses = []
}

export const startShortcuts = () => addEventListener('keydown', press)

const relist = () =>
  listed.set(
    active
      .filter((binding) => binding.when !== false && binding.label)
      .map(({ id, scope, keys, label, native = false }) => ({ id, scope, keys, label, native })),
  )

/** Bindings of one scope while the component is mounted. The object may be new on every render. */
export const useShortcuts = (scope: Scope, bindings: Record<string, Binding>) => {
  const run = useEffectEvent((name: string, event: KeyboardEvent) => bindings[name]?.run(event))
  const signature = JSON.stringify(Object.entries(bindings).map(([name, { keys, label, always, when, native }]) => [name, keys, label, always, when, native]))
  useEffect(() => {
    const mine = Object.entries(bindings).map(([name, binding]): Active => ({ ...binding, id: `${scope}.${name}`, scope, run: (event) => run(name, event) }))
    active = [...active, ...mine]
    relist()
    return () => {
      active = active.filter((binding) => !mine.includes(binding))
      relist()
    }
    // `signature` stands for everything in `bindings` that is not a function.
  }, [scope, signature])
}

/** Everything that can be pressed now, for the list under `?`. */
export const useShortcutList = () => useStore(listed)

/** For fields with keys of their own, such as the composer. */
export const pressed = (event: Press, keys: string) => isStep(keys, event)
