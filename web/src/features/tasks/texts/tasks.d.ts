import type texts from './es.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    tasks: typeof texts
  }
}
