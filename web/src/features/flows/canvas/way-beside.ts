import { upDown } from '../arrow-keys.ts'

/** From a way out of a card that has the focus, the one above or below it by arrow key; null where there is none. */
export const wayBeside = ({ target, key }: { target: EventTarget; key: string }): HTMLElement | null => {
  const way = target instanceof Element ? target.closest<HTMLElement>('[data-way]') : null
  const by = upDown(key)
  if (!way || by === 0) return null
  const ways = [...(way.closest('ul')?.querySelectorAll<HTMLElement>('[data-way]') ?? [])]
  return ways[ways.indexOf(way) + by] ?? null
}
