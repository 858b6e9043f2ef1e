import type { FlowDefinition } from '@chasqui/contracts'
import { startId } from '../language/outputs.ts'
import { outputsAt, type Way } from './definition-edits.ts'

/** Where one goes on from a step: by its first way out that leads nowhere yet, else by its first; from the start always where the flow begins. */
export const wayOn = (definition: FlowDefinition, from: string): Way | null => {
  const outputs = outputsAt(definition, from)
  const open = from === startId ? undefined : outputs.find(({ next }) => next === null)
  const output = open ?? outputs[0]
  return output ? { from, output: output.id } : null
}
