import { builtInVariables } from '@chasqui/flow/built-in-variables'
import { setIn } from '@chasqui/flow/problems/variables'
import { useMemo } from 'react'
import { useDefinition } from '../editor/editor.ts'

/** The variables that a step can read: those that steps of this flow set, and those that every flow has. */
export const useVariables = (): string[] => {
  const definition = useDefinition((flow) => flow)
  return useMemo(() => [...new Set([...setIn(definition), ...builtInVariables])], [definition])
}
