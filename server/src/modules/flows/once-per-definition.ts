import type { FlowDefinition } from '@chasqui/contracts'

/** Definitions never change, so that what is to be found in one is looked up once. */
export const oncePerDefinition = <Found extends string[] | boolean>(look: (definition: FlowDefinition) => Found): ((definition: FlowDefinition) => Found) => {
  const known = new WeakMap<FlowDefinition, Found>()
  return (definition) => {
    const found = known.get(definition) ?? look(definition)
    known.set(definition, found)
    return found
  }
}
