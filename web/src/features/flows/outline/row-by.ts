import type { KeyboardEvent } from 'react'

const moves: Record<string, (at: number, length: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, length) => length - 1,
}

/** The step or way out to which a key moves from another one. */
export const rowBy = ({ key, target, currentTarget, ctrlKey, metaKey, altKey }: KeyboardEvent<HTMLElement>): HTMLElement | undefined => {
  const move = ctrlKey || metaKey || altKey ? undefined : moves[key]
  if (!move || !(target instanceof HTMLElement) || !target.matches('[data-row]')) return undefined
  const rows = [...currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  return rows[move(rows.indexOf(target), rows.length)]
}
