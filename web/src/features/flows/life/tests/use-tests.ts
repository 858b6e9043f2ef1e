import type { FlowTest, TestResult, TestTalk } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { asked, call, keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'

const input = (flowId: string) => ({ params: { id: flowId }, query: { limit: 100 } })

/** The kept talks of a flow: a hundred at most. */
export const useTests = (flowId: string) => useQuery(asked(flowRoutes.tests, input(flowId)))
export const readTestsAgain = (flowId: string) => queryClient.invalidateQueries({ queryKey: keyOf(flowRoutes.tests, input(flowId)) })

export const runTests = (flowId: string): Promise<{ passed: boolean; results: readonly TestResult[] }> =>
  call(flowRoutes.runTests, { params: { id: flowId }, body: {} })
export const renameTest = ({ id }: FlowTest, flowId: string, name: string) =>
  call(flowRoutes.changeTest, { params: { id: flowId, testId: id }, body: { name } })
export const changeTalk = ({ id }: FlowTest, flowId: string, talk: TestTalk) =>
  call(flowRoutes.changeTest, { params: { id: flowId, testId: id }, body: { talk } })
export const removeTest = ({ id }: FlowTest, flowId: string) => call(flowRoutes.removeTest, { params: { id: flowId, testId: id } })
/** A test that was removed comes back as another one that is the same. */
export const keepTest = (flowId: string, { name, talk }: Pick<FlowTest, 'name' | 'talk'>) =>
  call(flowRoutes.addTest, { params: { id: flowId }, body: { name, talk } })
