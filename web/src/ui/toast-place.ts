/** px between a toast and what it stands beside. */
const gap = 8
/** Headers that reach further down than this leave too little room below them. */
const lowestTop = 200
/** From this width on, the navigation has room for a line of words. */
const roomy = 160

const boxOf = (selector: string): DOMRect | null => {
  const box = document.querySelector(selector)?.getBoundingClientRect()
  return box && box.width > 0 ? box : null
}

/** Below the header of the page, where there is one at its top. */
const belowHeader = (): number | null => {
  const box = [...document.querySelectorAll('#page header')].map((header) => header.getBoundingClientRect()).find(({ top, width }) => width > 0 && top < gap)
  return box && box.bottom + gap < lowestTop ? box.bottom + gap : null
}

/**
 * Keeps toasts off the controls of the page as it is now: on a phone below its header, at a desk in the navigation's empty room above what stands at its foot,
 * or beside it where it is folded.
 */
export const placeToasts = (): void => {
  const [nav, foot, top] = [boxOf('[data-nav]'), boxOf('[data-nav-foot]'), belowHeader()]
  const inside = nav && foot && nav.width >= roomy
  const places = {
    '--toast-top': top,
    '--toast-left': inside ? nav.left + gap : nav && nav.right + 2 * gap,
    '--toast-bottom': inside ? window.innerHeight - foot.top + gap : null,
    '--toast-width': inside ? nav.width - 2 * gap : null,
  }
  for (const [name, px] of Object.entries(places))
    if (px === null) document.documentElement.style.removeProperty(name)
    else document.documentElement.style.setProperty(name, `${Math.round(px)}px`)
}
