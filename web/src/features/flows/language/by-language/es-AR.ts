/** What step types are called, and all that stands on their forms. */
export const steps = import.meta.glob<unknown>('/../flow/src/steps/*/texts/es-AR.json', { eager: true, import: 'default' })
export const shared = import.meta.glob<unknown>('/../flow/src/texts/es-AR.json', { eager: true, import: 'default' })
