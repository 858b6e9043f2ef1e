import type { ChannelAbilities, FlowNode } from '@chasqui/contracts'

/** What the channels at hand can carry of a menu. Without a channel the tightest that has choices counts. */
export type Limits = {
  text: number
  buttons: { most: number; label: number } | null
  list: { most: number; label: number; description: number; button: number } | null
  body: number
}

export const tightest: Limits = { text: 4096, buttons: { most: 3, label: 20 }, list: { most: 10, label: 24, description: 72, button: 20 }, body: 1024 }

const less = <Value extends Record<string, number>>(one: Value | null, other: Value | null): Value | null =>
  one && other ? (Object.fromEntries(Object.entries(one).map(([key, value]) => [key, Math.min(value, other[key]!)])) as Value) : null

const limitsOf = ({ text, buttons, list }: ChannelAbilities): Limits => ({
  text: text.max,
  buttons: buttons && { most: buttons.max, label: buttons.title },
  list: list && { most: list.rows, label: list.title, description: list.description, button: list.button },
  body: Math.min(buttons?.body ?? text.max, list?.body ?? text.max),
})

/** What all of these channels carry. */
export const limitsOfAll = (channels: readonly ChannelAbilities[]): Limits => {
  const [first, ...others] = channels.map(limitsOf)
  if (!first) return tightest
  return others.reduce(
    (all, next) => ({
      text: Math.min(all.text, next.text),
      body: Math.min(all.body, next.body),
      buttons: less(all.buttons, next.buttons),
      list: less(all.list, next.list),
    }),
    first,
  )
}

type Menu = Extract<FlowNode, { type: 'menu' }>

/** How the options of a menu will be shown: the style that was chosen, or the first that has room for them. */
export const shownAs = ({ style, options }: Menu, { buttons, list }: Limits): 'buttons' | 'list' | 'numbers' => {
  if (style !== 'auto') return style
  const fit = (most: number, label: number) => options.length <= most && options.every((option) => [...option.label].length <= label)
  if (buttons && fit(buttons.most, buttons.label)) return 'buttons'
  return list && fit(list.most, list.label) ? 'list' : 'numbers'
}

/** How long an option may be where it is shown. Whatever is `auto` may be as long as the longest way of showing it allows. */
export const optionLimits = (menu: Menu, limits: Limits): { label: number; description: number } => {
  const as = shownAs(menu, limits)
  if (as === 'buttons' && limits.buttons) return { label: limits.buttons.label, description: limits.list?.description ?? 200 }
  return as === 'list' && limits.list ? { label: limits.list.label, description: limits.list.description } : { label: 100, description: 200 }
}
