import type { ResourceKey } from 'i18next'
import { textsFrom, type TextFiles } from './text-files.ts'

/** One small file per namespace and language, fetched when first needed. A namespace is the folder that holds `texts/`. */
const files = import.meta.glob<ResourceKey>('/src/{app,ui,features/*}/texts/*.json', { import: 'default' })
const fileOf: TextFiles = {}

/** Makes the texts of more folders known, for a part of the product that keeps many which the other pages need not even list. */
export const offerTexts = (more: TextFiles) => {
  for (const [path, load] of Object.entries(more)) {
    const [language, , namespace] = path.replace('.json', '').split('/').reverse()
    fileOf[`${language}/${namespace}`] = load
  }
}
offerTexts(files)

export const textFiles = textsFrom(fileOf)
