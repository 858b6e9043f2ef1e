import type { FlowComment } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState } from 'react'
import { call } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { createStore, type Store, useStore } from '#lib/store.ts'
import { startId } from '../language/outputs.ts'
import { askedComments } from './asked-comments.ts'

/** Open comments by their step; `startId` stands for the flow itself. */
type ByStep = ReadonlyMap<string, readonly FlowComment[]>

const none: ByStep = new Map()
const readAgain = () => queryClient.invalidateQueries({ queryKey: [flowRoutes.comments.id] })

const byStep = (comments: readonly FlowComment[]): ByStep => {
  const grouped = new Map<string, FlowComment[]>()
  for (const comment of comments) grouped.set(comment.stepId ?? startId, [...(grouped.get(comment.stepId ?? startId) ?? []), comment])
  return grouped
}

/** Outside of React, so that a comment draws the card it is about and no other. */
export const CommentsContext = createContext<Store<ByStep>>(createStore(none))

/** The open comments of the flow, as they are now for all who have it open. */
export const useFlowComments = (flowId: string): Store<ByStep> => {
  const [store] = useState(() => createStore(none))
  const { data } = useQuery(askedComments(flowId, false))
  useRealtime('flow.comments', (news) => {
    if (news.flowId === flowId) void readAgain()
  })
  useEffect(() => store.set(byStep(data?.items ?? [])), [store, data])
  return store
}

const nothing: readonly FlowComment[] = []
export const useComments = (step: string): readonly FlowComment[] => useStore(useContext(CommentsContext), (steps) => steps.get(step) ?? nothing)
export const useCommentCount = (step: string): number => useStore(useContext(CommentsContext), (steps) => steps.get(step)?.length ?? 0)

/** Those of a step that were settled. */
export const useResolved = (flowId: string, step: string, enabled: boolean): readonly FlowComment[] => {
  const { data } = useQuery({ ...askedComments(flowId, true), enabled })
  return (data?.items ?? nothing).filter(({ stepId }) => (stepId ?? startId) === step)
}

const done = async <Answer>(act: Promise<Answer>): Promise<Answer> => {
  const answer = await act
  await readAgain()
  return answer
}
export const addComment = (flowId: string, step: string, text: string) =>
  done(call(flowRoutes.addComment, { params: { id: flowId }, body: { stepId: step === startId ? null : step, text } }))
export const resolveComment = (flowId: string, commentId: string, resolved: boolean) =>
  done(call(flowRoutes.changeComment, { params: { id: flowId, commentId }, body: { resolved } }))
export const removeComment = (flowId: string, commentId: string) => done(call(flowRoutes.removeComment, { params: { id: flowId, commentId } }))
