import type { Page } from 'playwright-core'

/** What does not fit the screen, in words; empty when all is well. */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const width = document.documentElement.clientWidth
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} «${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}»`
    if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} px wide on a screen of ${width}`)
    const scrollsSideways = (element: Element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth
    /** Inside of something that scrolls sideways on purpose, or not shown. */
    const isElsewhere = (element: Element) => {
      for (let parent = element.parentElement; parent; parent = parent.parentElement) if (scrollsSideways(parent)) return true
      return !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    }
    for (const control of document.querySelectorAll('button, a[href], input, textarea, select, [role=tab], [role=switch]')) {
      const box = control.getBoundingClientRect()
      if (box.width < 2 || box.height < 2 || control.closest('.sr-only') || isElsewhere(control)) continue
      if (box.left < -1 || box.right > width + 1)
        found.push(`${nameOf(control)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px of ${width}`)
      if (control instanceof HTMLButtonElement && control.scrollWidth > control.clientWidth + 1 && getComputedStyle(control).textOverflow !== 'ellipsis')
        found.push(`${nameOf(control)} is wider than its button by ${control.scrollWidth - control.clientWidth} px`)
    }
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const parent = node.parentElement
      if (!parent || !node.textContent?.trim() || parent.closest('.sr-only, svg') || isElsewhere(parent)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { left, right, width: wide } = range.getBoundingClientRect()
      const shortened = (() => {
        for (let above: Element | null = parent; above; above = above.parentElement) if (getComputedStyle(above).textOverflow === 'ellipsis') return true
        return false
      })()
      if (wide > 0 && !shortened && (left < -1 || right > width + 1))
        found.push(`«${node.textContent.trim().slice(0, 40)}» is cut off at the edge of the screen`)
      const { overflowX } = getComputedStyle(parent)
      if (!shortened && parent.clientWidth > 1 && ['hidden', 'clip'].includes(overflowX) && parent.scrollWidth > parent.clientWidth + 1)
        found.push(`${nameOf(parent)} is cut off by its own box`)
    }
    return found
  })
