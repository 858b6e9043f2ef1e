import type { Flow, FlowDefinition } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asked } from '#lib/api.ts'
import { useDefinition } from '../editor/editor.ts'
import { saysTheSame } from '../editor/what-changed.ts'

/** Remembers its last answer: whoever follows the editor asks again with everything that is picked. */
const comparedTo = (published: FlowDefinition) => {
  let last: { draft: FlowDefinition; isSame: boolean } | null = null
  return (draft: FlowDefinition): boolean => {
    if (last?.draft !== draft) last = { draft, isSame: saysTheSame(published, draft) }
    return last.isSame
  }
}

/** Whether there is anything to publish: the draft says something that the published version does not. Null until that is known. */
export const useHasNews = ({ id, published }: Pick<Flow, 'id' | 'published'>): boolean | null => {
  const { data, isError } = useQuery({
    ...asked(flowRoutes.version, { params: { id, version: published?.number ?? 1 } }),
    enabled: published !== null,
    staleTime: Infinity,
  })
  const isSame = useMemo(() => data && comparedTo(data.definition), [data])
  return useDefinition((draft) => (published === null || isError ? true : isSame ? !isSame(draft) : null))
}
