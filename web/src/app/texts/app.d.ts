import type texts from './es.json'

declare module 'i18next' {
  interface ResourceNamespaceMap {
    app: typeof texts
  }
  interface CustomTypeOptions {
    defaultNS: 'app'
  }
}
