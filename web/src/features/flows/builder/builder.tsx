import type { Flow, FlowDefinition } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useLayoutEffect, useMemo, useState } from 'react'
import { asked, keyOf } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useRealtime } from '#lib/realtime.ts'
import { queryClient } from '#lib/query-client.ts'
import { useCan } from '#lib/session.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { useLaptop, useNarrow, useWide } from '#ui/use-narrow.ts'
import { AnsweringDialog } from '../answering/answering-dialog.tsx'
import { ChooseDialogs } from '../choose/choose-dialogs.tsx'
import { CommentsContext, useFlowComments } from '../comments/use-comments.ts'
import { createEditor, EditorContext } from '../editor/editor.ts'
import { FlowLoading } from '../flow-loading.tsx'
import { FlowCanvas } from '../canvas/canvas-part.ts'
import { limitsOfAll } from '../form/limits.ts'
import { StepTextsContext, useLoadedStepTexts } from '../language/step-texts.ts'
import { useLifeSearch } from '../life/search.ts'
import { readFlowsAgain } from '../list/use-flows.ts'
import { Outline } from '../outline/outline.tsx'
import { Palette } from '../palette/palette.tsx'
import { ProblemsContext, watchProblems } from '../problems/problems.ts'
import { ProblemsPanel } from '../problems/problems-panel.tsx'
import { type Autosave, startSaving, unsentOver } from '../saving/autosave.ts'
import { ConflictsBanner } from '../saving/conflicts-banner.tsx'
import { useActs } from './acts.ts'
import { usePresence } from './presence.ts'
import { Header } from './header.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { SideOverlay, SidePanel } from './side.tsx'
import { Told } from './told.tsx'
import { undoesFlow } from './undoes-flow.ts'
import { useBackToDraft } from './use-back-to-draft.ts'
import { createView, useView, ViewContext } from './view.ts'

const Life = lazyPart(() => import('../life/life.tsx').then((module) => module.Life))

/** What the channels that answer with this flow can carry. */
const useLimits = (flowId: string) => {
  const { data } = useQuery({ ...asked(channelRoutes.list, { query: { limit: 100 } }), enabled: useCan('channels.read') })
  return useMemo(() => limitsOfAll((data?.items ?? []).filter((channel) => channel.flowId === flowId).map(({ abilities }) => abilities)), [data, flowId])
}

const readAgain = (flowId: string) =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: keyOf(flowRoutes.read, { params: { id: flowId } }) }),
    queryClient.invalidateQueries({ queryKey: [flowRoutes.versions.id] }),
    readFlowsAgain(),
  ])

const Room = ({ flow, saving }: { flow: Flow; saving: Autosave }) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const mayManage = useCan('flows.manage')
  const [narrow, laptop, wide] = [useNarrow(), useLaptop(), useWide()]
  const limits = useLimits(flow.id)
  const shows = useView((view) => view.shows)
  const askedFor = useView((view) => view.asked)
  const { panel } = useLifeSearch()
  const canvas = shows === 'canvas' && !narrow
  useShortcuts('flow', {
    undo: { keys: 'Mod+z', label: t('keys.undo'), always: undoesFlow, when: !panel, run: acts.undo },
    redo: { keys: 'Mod+Shift+z|Mod+y', label: t('keys.redo'), always: undoesFlow, when: !panel, run: acts.redo },
    find: { keys: 'Mod+f', label: t('find.title'), always: true, run: () => acts.ask({ what: 'find' }) },
    test: { keys: 'Mod+Enter', label: t('act.test_from'), always: true, run: () => acts.testFrom(saving.editor.store.get().picked[0] ?? null) },
    publish: { keys: 'p', label: t('keys.publish'), when: mayManage && !panel, run: () => acts.ask({ what: 'publish' }) },
    outline: { keys: 'o', label: t('view.switch'), when: !narrow && !panel, run: () => acts.showAs(shows === 'canvas' ? 'outline' : 'canvas') },
  })
  useBackToDraft()
  const refetch = () => readAgain(flow.id)
  const others = usePresence(flow.id)
  useRealtime('flow.updated', ({ flowId, revision }) => {
    if (flowId === flow.id) saving.hear(revision)
  })
  return (
    <main className="flex h-full min-h-0 flex-col bg-bg">
      <Header flow={flow} saving={saving} narrow={narrow} others={others} onChanged={refetch} />
      <ConflictsBanner saving={saving} />
      {panel ? (
        <Suspense fallback={<div className="flex-1" />}>
          <Life panel={panel} flow={flow} saving={saving} laptop={laptop} onChanged={refetch} />
        </Suspense>
      ) : (
        <>
          <div className="flex min-h-0 flex-1">
            {canvas && wide && mayManage && <Palette />}
            <div className="flex min-w-0 flex-1 flex-col">
              {canvas ? (
                <Suspense fallback={<div className="flex-1" />}>
                  <FlowCanvas />
                </Suspense>
              ) : (
                <Outline />
              )}
              <Told />
              <ProblemsPanel />
            </div>
            {laptop && <SidePanel flowId={flow.id} limits={limits} others={others} />}
          </div>
          {!laptop && <SideOverlay flowId={flow.id} limits={limits} others={others} />}
        </>
      )}
      <ChooseDialogs />
      {askedFor?.what === 'publish' && <PublishDialog flow={flow} saving={saving} onPublished={refetch} onClose={() => acts.ask(null)} />}
      {askedFor?.what === 'answer' && <AnsweringDialog flow={flow} onClose={() => acts.ask(null)} />}
    </main>
  )
}

const hasPlaces = ({ nodes }: FlowDefinition): boolean => Object.values(nodes).every(({ position }) => position)
/** With a place for every step; the tool that finds one is fetched only if a step has none. */
const placed = async (definition: FlowDefinition): Promise<FlowDefinition> => (await import('../canvas/layout.ts')).withPlaces(definition)

type Workshop = { saving: Autosave; problems: ReturnType<typeof watchProblems>; close: () => void }

const openWorkshop = (flow: Flow): Workshop => {
  const { definition, conflicts } = unsentOver(flow)
  const editor = createEditor(definition)
  const problems = watchProblems(editor, flow.problems)
  const saving = startSaving(editor, flow, (changed) => {
    queryClient.setQueryData(keyOf(flowRoutes.read, { params: { id: flow.id } }), changed)
    problems.hear(changed.problems)
    void readFlowsAgain()
  })
  saving.conflicts.set(conflicts)
  const close = () => {
    saving.stop()
    problems.stop()
  }
  return { saving, problems, close }
}

/** All that lives as long as the flow is open. */
const useWorkshop = (flow: Flow) => {
  const narrow = useNarrow()
  const [view] = useState(() => createView(narrow ? 'outline' : 'canvas', Object.keys(flow.definition.nodes).length === 0))
  const [workshop, setWorkshop] = useState<Workshop | null>(null)
  // Before anything is painted, where there is nothing to wait for.
  useLayoutEffect(() => {
    let close: (() => void) | null = null
    let left = false
    const open = (definition: FlowDefinition) => {
      if (left) return
      const opened = openWorkshop({ ...flow, definition })
      close = opened.close
      setWorkshop(opened)
    }
    if (hasPlaces(flow.definition)) open(flow.definition)
    else void placed(flow.definition).then(open)
    return () => {
      left = true
      close?.()
    }
    // What the server answers later is merged by the saving; only another flow is another workshop.
  }, [flow.id])
  return { view, workshop }
}

/** The builder of one flow. */
export const Builder = ({ flow }: { flow: Flow }) => {
  const texts = useLoadedStepTexts()
  const { view, workshop } = useWorkshop(flow)
  const comments = useFlowComments(flow.id)
  if (!texts || !workshop) return <FlowLoading />
  return (
    <StepTextsContext value={texts}>
      <EditorContext value={workshop.saving.editor}>
        <ProblemsContext value={workshop.problems.found}>
          <CommentsContext value={comments}>
            <ViewContext value={view}>
              <Room flow={flow} saving={workshop.saving} />
            </ViewContext>
          </CommentsContext>
        </ProblemsContext>
      </EditorContext>
    </StepTextsContext>
  )
}
