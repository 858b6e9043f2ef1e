import type { Channel } from '@chasqui/contracts'

/** What is chosen of a web chat; `origins` and `shortcuts` one a line, as they are typed. */
export type Chosen = {
  title: string
  colour: string
  greeting: string
  offlineText: string
  language: string
  askName: boolean
  askEmail: boolean
  shortcuts: string
  goesOnChannelId: string
  origins: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : [])

export const chosenIn = ({ settings }: Channel): Chosen => ({
  title: text(settings['title']),
  colour: text(settings['colour']),
  greeting: text(settings['greeting']),
  offlineText: text(settings['offlineText']),
  language: text(settings['language']),
  askName: list(settings['preChat']).includes('name'),
  askEmail: list(settings['preChat']).includes('email'),
  shortcuts: list(settings['shortcuts']).join('\n'),
  goesOnChannelId: text(settings['goesOnChannelId']),
  origins: list(settings['origins']).join('\n'),
})

const preChatOf = ({ askName, askEmail }: Chosen) => [...(askName ? ['name'] : []), ...(askEmail ? ['email'] : [])]

const shortcutsOf = ({ shortcuts }: Chosen) =>
  shortcuts
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** As the server takes them. */
export const settingsOf = (chosen: Chosen): Record<string, unknown> => {
  const { title, colour, greeting, offlineText, language, origins } = chosen
  return {
    title,
    colour,
    greeting,
    offlineText,
    language,
    preChat: preChatOf(chosen),
    shortcuts: shortcutsOf(chosen),
    goesOnChannelId: chosen.goesOnChannelId || null,
    origins: origins.split(/\s+/).filter((line) => line !== ''),
  }
}

/** As the widget shows it, before anything is stored. */
export const lookOf = (chosen: Chosen, name: string) => {
  const { title, colour, greeting, offlineText, language } = chosen
  return {
    title: title.trim() || name,
    colour,
    greeting: greeting.trim(),
    offlineText: offlineText.trim(),
    language,
    preChat: preChatOf(chosen),
    shortcuts: shortcutsOf(chosen),
    closed: false,
  }
}
