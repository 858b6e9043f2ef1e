import type { ChannelAbilities } from '@chasqui/contracts/channel'
import type { OutboundContent } from '@chasqui/contracts/content'
import { framedWords, unfit } from '@chasqui/contracts/abilities-check'
import { cut, fits, split, type Room } from './cut.ts'
import type { Phrases } from './phrases.ts'

/** A menu with its variables filled in. */
export type Menu = { text: string; style: 'auto' | MenuStyle; button: string; options: MenuOption[]; header?: string; footer?: string }
/** Options that follow each other with the same `section` stand under it. */
export type MenuOption = { id: string; label: string; description: string; words: string[]; section?: string }
export type MenuStyle = 'buttons' | 'list' | 'numbers'

/** Code points that message content allows (contracts/content.ts), however much more a channel may carry. */
const schema = { text: 65_536, body: 4096, title: 100, description: 200, button: 20, id: 256, frame: 60, sections: 10 }
/** Row ids have no limit of their own among the abilities; this is the strictest that channels have. */
const longestRowId = 200
/** A text that is longer than this many messages is cut. */
const mostPieces = 8
const mostMenuPieces = 40

/** What a text may have on a channel, and at most `points` characters. */
const roomFor = ({ text }: ChannelAbilities, points: number): Room => {
  const room = Math.min(text.max, points)
  return text.bytes === undefined ? room : { points: room, bytes: text.bytes }
}

/** What a text alone may have: where the channel sends a long one in several messages, it stays one here. */
const textRoom = (abilities: ChannelAbilities): Room =>
  abilities.text.bubble === undefined ? roomFor(abilities, schema.text) : Math.min(abilities.text.max, schema.text)

/** A text in as many messages as the channel needs for it; none when it is blank. */
export const textContents = (text: string, abilities: ChannelAbilities, most = mostPieces): OutboundContent[] =>
  split(text, textRoom(abilities), most).map((piece) => ({ type: 'text', text: piece }))

/** The menu as messages, the last of which holds the choices, and the style that the customer sees. */
export const menuContents = (menu: Menu, abilities: ChannelAbilities, phrases: Phrases): { style: MenuStyle; contents: OutboundContent[] } => {
  for (const style of stylesFor(menu, abilities)) {
    const contents = style === 'buttons' ? withButtons(menu, abilities, phrases) : withList(menu, abilities, phrases)
    if (contents) return { style, contents }
  }
  return { style: 'numbers', contents: numbered(menu, abilities, phrases) }
}

/** The styles to try before numbered text, best first. */
const stylesFor = (menu: Menu, abilities: ChannelAbilities): ('buttons' | 'list')[] => {
  if (menu.style === 'numbers') return []
  if (menu.style === 'buttons') return ['buttons', 'list']
  if (menu.style === 'list') return uncut(menu, 'buttons', abilities) ? ['list', 'buttons'] : ['list']
  const described = menu.options.some((option) => option.description !== '')
  const styles = (['buttons', 'list'] as const).filter((style) => uncut(menu, style, abilities))
  return described ? styles.toReversed() : styles
}

/** Whether every label can be read whole; a list shows a long label again as its description. */
const uncut = (menu: Menu, style: 'buttons' | 'list', abilities: ChannelAbilities): boolean => {
  const { buttons, list } = abilities
  if (style === 'buttons') return buttons !== null && menu.options.every((option) => fits(option.label, Math.min(buttons.title, schema.title)))
  return (
    list !== null &&
    menu.options.every(
      (option) =>
        fits(option.label, Math.min(list.title, schema.title)) || (option.description === '' && fits(option.label, descriptionRoom(list.description))),
    )
  )
}

const descriptionRoom = (limit: number): number => Math.min(limit, schema.description)

/** Ids travel untouched or not at all: an id that a channel would refuse rules the style out. */
const idsTravel = (menu: Menu, limit: number): boolean =>
  menu.options.every((option) => option.id.trim() === option.id && fits(option.id, Math.min(limit, schema.id)))

const titlesTell = (titles: string[]): boolean => titles.every((title) => title !== '') && new Set(titles).size === titles.length

/** Room above the choices; where header and footer are lines of the body, without theirs. */
const bodyRoom = (menu: Menu, limit: number, abilities: ChannelAbilities): Room => {
  const frame = abilities.buttons?.frame === 'inline' ? frameOf(menu) : {}
  const around = framedWords({ ...frame, body: '' }) ?? ''
  const taken = around === '' ? 0 : [...around].length + 2
  const room = roomFor(abilities, Math.min(limit, schema.body) - taken)
  return typeof room === 'number' ? room : { ...room, bytes: room.bytes - new TextEncoder().encode(around).length - 2 }
}

/** What does not fit above the choices is said before them. */
const withBody = (
  menu: Menu,
  limit: number,
  abilities: ChannelAbilities,
  phrases: Phrases,
  choices: (body: string) => OutboundContent,
): OutboundContent[] | null => {
  const pieces = split(menu.text.trim() || phrases.options, bodyRoom(menu, limit, abilities), mostPieces)
  const body = pieces.pop()
  if (body === undefined) return null
  const content = choices(body)
  return unfit(content, abilities) ? null : [...pieces.map((text): OutboundContent => ({ type: 'text', text })), content]
}

const withButtons = (menu: Menu, abilities: ChannelAbilities, phrases: Phrases): OutboundContent[] | null => {
  const rule = abilities.buttons
  if (!rule || menu.options.length > Math.min(rule.max, 10) || !idsTravel(menu, rule.id)) return null
  const buttons = menu.options.map(({ id, label }) => ({ id, title: cut(label, Math.min(rule.title, schema.title)) }))
  return titlesTell(buttons.map((button) => button.title))
    ? withBody(menu, rule.body, abilities, phrases, (body) => ({ type: 'buttons', body, buttons, ...frameOf(menu) }))
    : null
}

const withList = (menu: Menu, abilities: ChannelAbilities, phrases: Phrases): OutboundContent[] | null => {
  const rule = abilities.list
  if (!rule || rule.sections < 1 || menu.options.length > rule.rows || !idsTravel(menu, longestRowId)) return null
  const rows = menu.options.map((option) => rowOf(option, rule))
  const button = cut(menu.button || phrases.seeOptions, Math.min(rule.button, schema.button))
  if (button === '' || !titlesTell(rows.map((row) => row.title))) return null
  return withBody(menu, rule.body, abilities, phrases, (body) => ({
    type: 'list',
    body,
    button,
    sections: sectionsOf(menu, rows, rule, phrases),
    ...frameOf(menu),
  }))
}

/** What stands above and below the choices. */
const frameOf = ({ header = '', footer = '' }: Menu) => ({
  ...(header !== '' && { header: { type: 'text' as const, text: cut(header, schema.frame) } }),
  ...(footer !== '' && { footer: cut(footer, schema.frame) }),
})

type Row = ReturnType<typeof rowOf>

/** The rows under their headings; all in one where the author made none, or more than the channel has. */
const sectionsOf = ({ options }: Menu, rows: Row[], rule: NonNullable<ChannelAbilities['list']>, phrases: Phrases): { title?: string; rows: Row[] }[] => {
  const sections: { title: string; rows: Row[] }[] = []
  for (const [at, { section = '' }] of options.entries()) {
    const title = cut(section, Math.min(rule.title, schema.title))
    const last = sections.at(-1)
    if (last && (title === '' || last.title === title)) last.rows.push(rows[at]!)
    else sections.push({ title, rows: [rows[at]!] })
  }
  if (sections.length > Math.min(rule.sections, schema.sections)) return [{ rows }]
  if (sections.length === 1) return sections[0]!.title === '' ? [{ rows }] : sections
  return sections.map((section) => ({ ...section, title: section.title || cut(phrases.options.replace(/:$/, ''), rule.title) }))
}

const rowOf = (option: MenuOption, rule: NonNullable<ChannelAbilities['list']>) => {
  const title = cut(option.label, Math.min(rule.title, schema.title))
  const description = cut(option.description || (title === option.label ? '' : option.label), descriptionRoom(rule.description))
  return description === '' ? { id: option.id, title } : { id: option.id, title, description }
}

/** Numbered text, for channels without choices and for menus that no kind of choice can carry. The hint is for authors who did not ask for numbers. */
const numbered = (menu: Menu, abilities: ChannelAbilities, phrases: Phrases): OutboundContent[] => {
  const lines = menu.options.flatMap(({ label, description, section = '' }, at) => [
    ...(section !== '' && section !== menu.options[at - 1]?.section ? [`${at === 0 ? '' : '\n'}${section}`] : []),
    `${at + 1}. ${label}${description === '' ? '' : ` — ${description}`}`,
  ])
  const parts = [menu.header ?? '', menu.text.trim(), lines.join('\n'), menu.footer ?? '', menu.style === 'numbers' ? '' : phrases.byNumber]
  return textContents(parts.filter(Boolean).join('\n\n'), abilities, mostMenuPieces)
}
