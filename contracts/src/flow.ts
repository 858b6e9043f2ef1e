/** Flows as people and programs write them; the language itself, its steps and its engine are the package `@chasqui/flow`. */
export * from '@chasqui/flow/definition'
