import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import type { Context, Effect, RunState, Value } from '@chasqui/flow'
import { namesIn } from '@chasqui/flow/engine/substitute'
import { beginTurn, valueOf } from '@chasqui/flow/engine/turn'
import { askingStep } from '@chasqui/flow/steps/api_call/asking-step'
import type { CallRequest } from '@chasqui/flow/steps/api_call/request'
import { secretIn } from '@chasqui/flow/steps/api_call/template'
import { templatesOf } from '@chasqui/flow/steps/api_call/templates'

type CallStep = Extract<FlowNode, { type: 'api_call' }>

/** A call that the run waits for: `step` is what makes it, `variables` what it sends, `sample` what was answered once. */
export type AwaitedCall = {
  token: number
  request: CallRequest
  step: CallStep
  variables: Record<string, Value>
  sample: NonNullable<CallStep['sample']> | null
}

type Made = {
  definition: FlowDefinition
  state: RunState
  subflows: Context['subflows']
  asked: Extract<Effect, { type: 'call' }>
  given: Context
}

export const callMade = (made: Made): AwaitedCall | null => {
  const step = askingStep(made)
  if (!step) return null
  const turn = beginTurn(made.definition, made.state, made.given)
  const names = [...new Set(templatesOf(step).flatMap(namesIn))].filter((name) => secretIn(name) === null)
  const variables = Object.fromEntries(
    names.flatMap((name): [string, Value][] => {
      const value = valueOf(turn, name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
  return { token: made.asked.token, request: made.asked.request, step, variables, sample: step.sample ?? null }
}
