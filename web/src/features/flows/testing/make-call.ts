import type { TriedCall } from '@chasqui/contracts'
import { flowCallRoutes } from '@chasqui/contracts/http/flow-calls'
import { type CallResult, failed, readResult } from '@chasqui/flow/steps/api_call/result'
import { isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import type { AwaitedCall } from './calls.ts'

/** The call, made for real and once; what it brings to the step, and how long it took, in ms. */
export const makeCall = async ({ step, variables }: AwaitedCall): Promise<{ result: CallResult; took: number }> => {
  try {
    const tried: TriedCall = await call(flowCallRoutes.tryCall, { body: { step, variables } })
    return { result: readResult(tried), took: tried.milliseconds }
  } catch (problem) {
    if (!isProblem(problem)) throw problem
    return { result: failed('unreachable'), took: 0 }
  }
}
