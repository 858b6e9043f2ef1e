type Attributes = Record<string, string | number | boolean | null | undefined>
type Child = Node | string | null | undefined | false

/** An element. No markup is ever read from text, and no style from an attribute: both would be refused by a strict page, and rightly so. */
export const el = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    // States are words, also where they are false.
    if (name.startsWith('aria-') && typeof value === 'boolean') made.setAttribute(name, String(value))
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value))
  made.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false && child !== ''))
  return made
}

const drawing = 'http://www.w3.org/2000/svg'

/** A line drawing of 24 by 24, for decoration. */
export const icon = (...paths: string[]): SVGSVGElement => {
  const made = document.createElementNS(drawing, 'svg')
  for (const [name, value] of Object.entries({ viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'icon' })) made.setAttribute(name, value)
  for (const path of paths) {
    const line = document.createElementNS(drawing, 'path')
    line.setAttribute('d', path)
    made.append(line)
  }
  return made
}
