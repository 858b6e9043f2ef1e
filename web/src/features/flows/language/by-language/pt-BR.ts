/** What the types of steps and triggers are called, and all that stands on their forms. */
export const steps = import.meta.glob<unknown>('/../flow/src/steps/*/texts/pt-BR.json', { eager: true, import: 'default' })
export const triggers = import.meta.glob<unknown>('/../flow/src/triggers/*/texts/pt-BR.json', { eager: true, import: 'default' })
export const shared = import.meta.glob<unknown>('/../flow/src/texts/pt-BR.json', { eager: true, import: 'default' })
