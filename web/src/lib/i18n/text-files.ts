import type { BackendModule, ResourceKey } from 'i18next'

/** How to fetch the texts of `language/namespace`. */
export type TextFiles = Record<string, () => Promise<ResourceKey>>

/**
 * Where i18next gets its texts. An overlay such as `es-AR` holds only what differs, so its absence is no error, and it is told after the language it lies
 * over: i18next calls a namespace loaded as soon as it has the first of the two, and a page drawn then would show the names of its texts.
 */
export const textsFrom = (files: TextFiles): BackendModule => ({
  type: 'backend',
  callbackApi: true,
  init: () => undefined,
  read: (language, namespace, callback) => {
    const load = files[`${language}/${namespace}`]
    if (!load) return callback(null, {})
    const [below = language] = language.split('-')
    const loadBelow = below === language ? undefined : files[`${below}/${namespace}`]
    load()
      .then(async (texts) => {
        await loadBelow?.()
        callback(null, texts)
      })
      .catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), true))
  },
})
