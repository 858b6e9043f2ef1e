import { type Connection, getViewportForBounds, type OnConnectEnd, ReactFlowProvider, useReactFlow, type Viewport } from '@xyflow/react'
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { useLatest } from '#lib/use-latest.ts'
import { useActs } from '../builder/acts.ts'
import { useClipboard } from '../builder/use-clipboard.ts'
import { useStepKeys } from '../builder/use-step-keys.ts'
import { useView } from '../builder/view.ts'
import { nodeAt, type Way } from '../editor/definition-edits.ts'
import { useDefinition, useEditor, usePicked } from '../editor/editor.ts'
import { startId } from '../language/outputs.ts'
import { isStepType } from '../language/step-types.ts'
import { CanvasBar } from './canvas-bar.tsx'
import { cardWidth } from './card-size.ts'
import { draggedType } from './dragged-type.ts'
import { Drawing } from './drawing.tsx'
import { edgesOf, neighbour, type StepNode, wayOfEdge } from './graph.ts'

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
const withMod = arrows.map((key) => `Mod+${key}`).join('|')
/** By how much keys move a card, in px on the canvas. */
const step = 24
const sideways = (key: string) => Number(key === 'ArrowRight') - Number(key === 'ArrowLeft')
const upDown = (key: string) => Number(key === 'ArrowDown') - Number(key === 'ArrowUp')

const Canvas = () => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const acts = useActs()
  const flow = useReactFlow<StepNode>()
  const mayManage = useCan('flows.manage')
  const picked = usePicked()
  const [pickedEdge, setPickedEdge] = useState<string | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const pointer = useRef<{ x: number; y: number } | null>(null)

  /** Where one looked before a card was brought into sight, and then: if it goes again, or comes back, so does the view, unless somebody moved it since. */
  const moved = useRef<{ for: string; from: Viewport; to: Viewport } | null>(null)
  const isMovedForGone = useDefinition((definition) => moved.current !== null && !nodeAt(definition, moved.current.for))
  useEffect(() => {
    if (!moved.current) return
    const { from, to } = moved.current
    const [here, there] = isMovedForGone ? [to, from] : [from, to]
    const { x, y, zoom } = flow.getViewport()
    if (x === here.x && y === here.y && zoom === here.zoom) void flow.setViewport(there)
  }, [isMovedForGone, flow])

  const cardOf = (id: string) => frame.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`)
  /** Brings a card into sight, with what stands before it, and the focus to it. */
  const reveal = (id: string, focus: boolean) => {
    const node = flow.getNode(id)
    if (!node) return
    const height = node.measured?.height ?? 160
    const shown = frame.current?.getBoundingClientRect()
    const { x, y } = flow.flowToScreenPosition(node.position)
    const inSight = shown && x > shown.left && y > shown.top && x + cardWidth < shown.right && y + height < shown.bottom
    if (!inSight) {
      const from = flow.getViewport()
      const to = { zoom: Math.max(0.75, from.zoom) }
      void flow.setCenter(node.position.x - cardWidth / 4, node.position.y + height / 2, to).then(() => {
        moved.current = { for: id, from, to: flow.getViewport() }
      })
    }
    // The card may have to be drawn first.
    if (focus) requestAnimationFrame(() => requestAnimationFrame(() => cardOf(id)?.focus({ preventScroll: true })))
  }
  const look = useView((view) => view.look)
  useEffect(() => {
    if (look) requestAnimationFrame(() => reveal(look.id, look.focus))
    // Each look is an object of its own.
  }, [look])

  const removePicked = () => {
    const edge = pickedEdge === null ? undefined : edgesOf(editor.definition()).find(({ id }) => id === pickedEdge)
    if (edge) {
      acts.connect(wayOfEdge(edge), null)
      setPickedEdge(null)
    } else acts.remove(picked)
  }
  /** The whole flow; cards that nobody has seen yet count as high as they will be. */
  const fit = () => {
    const shown = frame.current?.getBoundingClientRect()
    if (shown) void flow.setViewport(getViewportForBounds(flow.getNodesBounds(flow.getNodes()), shown.width, shown.height, 0.1, 1, 0.15))
  }
  /** The whole flow where it can be read like that, else its beginning. */
  const showLegibly = () => {
    const shown = frame.current?.getBoundingClientRect()
    if (!shown) return
    const bounds = flow.getNodesBounds(flow.getNodes())
    const zoom = Math.min(shown.width / (bounds.width + 80), shown.height / (bounds.height + 80))
    const first = flow.getNode(startId)
    if (zoom >= 0.6 || !first) fit()
    else void flow.setViewport({ x: 40 - first.position.x * 0.75, y: shown.height / 3 - first.position.y * 0.75, zoom: 0.75 })
  }
  const begin = useLatest(showLegibly)
  const tidy = () => void acts.tidy().then(() => requestAnimationFrame(showLegibly))
  const nudge = ({ key }: { key: string }) => acts.nudge(picked, { x: sideways(key) * step, y: upDown(key) * step })
  useStepKeys({ remove: removePicked, mayRemove: pickedEdge !== null })
  useShortcuts('flow', {
    fit: { keys: 'f', label: t('keys.fit'), run: fit },
    zoom_in: { keys: '+|=', label: t('canvas.zoom_in'), run: () => void flow.zoomIn() },
    zoom_out: { keys: '-', label: t('canvas.zoom_out'), run: () => void flow.zoomOut() },
    tidy: { keys: 'l', label: t('canvas.tidy'), when: mayManage, run: tidy },
    nudge: { keys: withMod, label: t('keys.nudge'), when: mayManage && picked.length > 0, run: nudge },
    neighbour: { keys: arrows.join('|'), label: t('keys.neighbour'), native: true, run: () => undefined },
    extend: { keys: arrows.map((key) => `Shift+${key}`).join('|'), label: t('keys.extend'), native: true, run: () => undefined },
    open: { keys: 'Enter', label: t('keys.open'), native: true, run: () => undefined },
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-step]') : null
    const id = card?.dataset.step
    if (!id) return
    if (event.key.startsWith('Arrow') && !event.ctrlKey && !event.metaKey) {
      const next = neighbour(new Map(flow.getNodes().map(({ id: other, position }) => [other, position])), id, event.key)
      event.preventDefault()
      if (!next) return
      editor.pick(event.shiftKey ? [...new Set([...editor.store.get().picked, id, next])] : [next])
      reveal(next, true)
    }
    if (event.key === 'Enter' && event.target === card && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      acts.open(id)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-step-form] input, [data-step-form] textarea')?.focus())
    }
  }
  const onConnect = useLatest(({ source, sourceHandle, target }: Connection) => acts.connect({ from: source, output: sourceHandle ?? '' }, target))
  /** A line let go anywhere over a card leads to it; over nothing it asks what should stand there. */
  const onConnectEnd = useLatest<Parameters<OnConnectEnd>, void>((event, { isValid, fromNode, fromHandle }) => {
    if (isValid || !fromNode || fromHandle?.type !== 'source') return
    const { clientX, clientY } = 'changedTouches' in event ? event.changedTouches[0]! : event
    const from: Way = { from: fromNode.id, output: fromHandle.id ?? '' }
    const over = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-step]')?.dataset.step
    if (over === startId) return
    if (over) acts.connect(from, over)
    else acts.ask({ what: 'connect', way: from, at: flow.screenToFlowPosition({ x: clientX, y: clientY }) })
  })
  const onDrop = useLatest((event: DragEvent) => {
    const type = event.dataTransfer.getData(draggedType)
    if (!isStepType(type)) return
    event.preventDefault()
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    acts.add(type, { at: { x: x - cardWidth / 2, y: y - 20 } })
  })
  const onNodeClick = useLatest((_: unknown, { id }: StepNode) => {
    setPickedEdge(null)
    acts.show({ side: 'step' })
    requestAnimationFrame(() => cardOf(id)?.contains(document.activeElement) || cardOf(id)?.focus({ preventScroll: true }))
  })
  const onEdgeClick = useLatest((_: unknown, { id }: { id: string }) => {
    setPickedEdge(id)
    editor.pick([])
  })
  const onPaneClick = useLatest(() => setPickedEdge(null))
  useClipboard(useLatest(() => (pointer.current ? flow.screenToFlowPosition(pointer.current) : undefined)))

  return (
    <div
      ref={frame}
      role="presentation"
      className="relative min-h-0 flex-1"
      onKeyDown={onKeyDown}
      onPointerMove={({ clientX, clientY }) => void (pointer.current = { x: clientX, y: clientY })}
      onPointerLeave={() => void (pointer.current = null)}
    >
      <Drawing
        frame={frame}
        pickedEdge={pickedEdge}
        mayManage={mayManage}
        onInit={begin}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        onNodeClick={onNodeClick}
        onEdgeClick={onEdgeClick}
        onPaneClick={onPaneClick}
        onDrop={onDrop}
      />
      <CanvasBar onZoom={(by) => void (by > 0 ? flow.zoomIn() : flow.zoomOut())} onFit={fit} onTidy={tidy} />
    </div>
  )
}

/** The flow as cards and lines. Everything on it can be done with keys, too. */
export const FlowCanvas = () => (
  <ReactFlowProvider>
    <Canvas />
  </ReactFlowProvider>
)
