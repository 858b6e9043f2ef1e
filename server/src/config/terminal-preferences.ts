export type Language = 'es' | 'pt' | 'en'

/** What the person's surroundings say about how to talk to them. `mayOpenBrowser` is false over SSH, in CI and where nobody looks. */
export type TerminalPreferences = { language: Language; color: boolean; mayOpenBrowser: boolean }

const languageOf = (env: Record<string, string | undefined>): Language => {
  const locale = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').toLowerCase()
  if (locale.startsWith('es')) return 'es'
  return locale.startsWith('pt') ? 'pt' : 'en'
}

const isElsewhere = (env: Record<string, string | undefined>): boolean => ['CI', 'SSH_CONNECTION', 'SSH_TTY', 'SSH_CLIENT'].some((name) => env[name])

/** On Linux a browser needs a display. */
const hasDisplay = (env: Record<string, string | undefined>): boolean => process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

/** NO_COLOR (https://no-color.org) counts when it is set to anything. */
export const readTerminalPreferences = (env: Record<string, string | undefined>, interactive: boolean): TerminalPreferences => ({
  language: languageOf(env),
  color: interactive && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
  mayOpenBrowser: interactive && !isElsewhere(env) && hasDisplay(env),
})
