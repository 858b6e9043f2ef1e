import type { BackendModule, ResourceKey } from 'i18next'

/** One small file per namespace and language, fetched when first needed. A namespace is the folder that holds `texts/`. */
const files = import.meta.glob<ResourceKey>('/src/{app,ui,features/*}/texts/*.json', { import: 'default' })
const fileOf = Object.fromEntries(
  Object.entries(files).map(([path, load]) => {
    const [language, , namespace] = path.replace('.json', '').split('/').reverse()
    return [`${language}/${namespace}`, load]
  }),
)

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
