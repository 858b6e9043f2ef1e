import type { MessageTemplate } from '@chasqui/contracts'
import { templateRoutes } from '@chasqui/contracts/http/templates'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type ApiProblem, isProblem } from '#lib/api-problem.ts'
import { asked, call } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'

/** ms after which what was read from the provider is read again by itself. */
const stale = 6 * 3_600_000

const readAgain = () => Promise.all([templateRoutes.list.id, templateRoutes.syncs.id].map((id) => queryClient.invalidateQueries({ queryKey: [id] })))

/** Templates of a channel that can be sent now, by their words; or those that cannot. */
export const useTemplates = (channelId: string, search: string, usable: 'true' | 'false' = 'true') => {
  const query = { channelId, usable, limit: 50, ...(search && { search }) }
  const pages = useInfiniteQuery({
    queryKey: [templateRoutes.list.id, 'pages', query],
    queryFn: ({ pageParam, signal }) => call(templateRoutes.list, { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  })
  const templates: MessageTemplate[] | undefined = pages.data?.pages.flatMap(({ items }) => items)
  return { ...pages, templates }
}

/** What the provider tells while somebody chooses or fills in is seen at once. */
export const useTemplateNews = (channelId: string) => useRealtime('template.updated', (told) => void (told.channelId === channelId && readAgain()))

/** A template that is being filled in, as it is now: its provider may pause or change it meanwhile. */
export const useTemplateNow = (chosen: MessageTemplate): MessageTemplate => {
  const usable = useTemplates(chosen.channelId, chosen.name)
  const others = useTemplates(chosen.channelId, chosen.name, 'false')
  const isIt = ({ id }: MessageTemplate) => id === chosen.id
  return others.templates?.find(isIt) ?? usable.templates?.find(isIt) ?? chosen
}

/** Reads the templates from the provider: by itself when that was long ago, or when asked to. */
export const useTemplateSync = (channelId: string) => {
  const { data } = useQuery(asked(templateRoutes.syncs))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const sync = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await call(templateRoutes.sync, { body: { channelId } })
      await readAgain()
    } catch (refusal) {
      if (!isProblem(refusal)) throw refusal
      setProblem(refusal)
    } finally {
      setBusy(false)
    }
  }
  const known = data?.items.find((one) => one.channelId === channelId)
  const old = data !== undefined && (!known?.syncedAt || Date.now() - Date.parse(known.syncedAt) > stale)
  useEffect(() => {
    if (old) void sync()
    // Once for what is known; whoever wants it again presses.
  }, [old, channelId])
  return {
    busy: busy || (old && !problem && !known?.error),
    failed: problem !== null || (known?.error ?? null) !== null,
    syncedAt: known?.syncedAt ?? null,
    sync,
  }
}
