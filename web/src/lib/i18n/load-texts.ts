import type { BackendModule, ResourceKey } from 'i18next'

/** One small file per namespace and language, fetched when first needed. A namespace is the folder that holds `texts/`. */
const files = import.meta.glob<ResourceKey>('/src/{app,ui,features/*}/texts/*.json', { import: 'default' })
type Files = Record<string, () => Promise<ResourceKey>>
const fileOf: Files = {}

/** Makes the texts of more folders known, for a part of the product that keeps many which the other pages need not even list. */
export const offerTexts = (more: Files) => {
  for (const [path, load] of Object.entries(more)) {
    const [language, , namespace] = path.replace('.json', '').split('/').reverse()
    fileOf[`${language}/${namespace}`] = load
  }
}
offerTexts(files)

/** Where i18next gets its texts. The `es-AR` overlay holds only what differs, so its absence is no error. */
export const textFiles: BackendModule = {
  type: 'backend',
  callbackApi: true,
  init: () => undefined,
  read: (language, namespace, callback) => {
    const load = fileOf[`${language}/${namespace}`]
    if (!load) return callback(null, {})
    load().then(
      (texts) => callback(null, texts),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), true),
    )
  },
}
