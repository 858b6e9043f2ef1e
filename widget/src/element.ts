type Attributes = Record<string, string | number | boolean | null | undefined>
type Child = Node | string | null | undefined | false

/** An element. No markup is ever read from text, and no style from an attribute: both would be refused by a strict page, and rightly so. */
export const el = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value))
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

export const icons = {
  chat: () => icon('M21 11.5a8.4 8.4 0 0 1-12 7.6L3 21l1.9-6A8.5 8.5 0 1 1 21 11.5Z'),
  close: () => icon('M6 6l12 12', 'M18 6 6 18'),
  send: () => icon('M4 12 20 4l-6 16-3-7-7-1Z'),
  attach: () => icon('m21 11-9 9a5.5 5.5 0 0 1-8-8l9-9a3.7 3.7 0 0 1 5 5l-9 9a1.8 1.8 0 0 1-2.600-2.600l8-8'),
  file: () => icon('M6 3h8l4 4v14H6Z', 'M14 3v4h4'),
}
