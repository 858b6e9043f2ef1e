import { type Connection, type OnConnectEnd, ReactFlowProvider, useReactFlow, type Viewport } from '@xyflow/react'
import { type DragEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { useLatest } from '#lib/use-latest.ts'
import { sideways, upDown } from '../arrow-keys.ts'
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
import { boxesOf, edgesOf, neighbour, placeOfCard, type StepNode, wayOfEdge } from './graph.ts'
import { legibleView, wholeView } from './legible-view.ts'
import { wayBeside } from './way-beside.ts'

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
const withMod = arrows.map((key) => `Mod+${key}`).join('|')
/** By how much keys move a card, in px on the canvas. */
const step = 24

/** Px from the top that the bar over the canvas takes. */
const belowBar = 56

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

  /** Brings a card into sight, with what stands before it. */
  const reveal = (id: string) => {
    const card = placeOfCard(editor.definition(), id)
    const shown = frame.current?.getBoundingClientRect()
    if (!card || !shown) return
    const { x, y, zoom } = flow.getViewport()
    const [left, top] = [x + card.x * zoom, y + card.y * zoom]
    if (left > 0 && top > belowBar && left + cardWidth * zoom < shown.width && top + card.height * zoom < shown.height) return
    const closer = Math.max(0.75, zoom)
    const to = { x: shown.width / 2 - (card.x + cardWidth / 4) * closer, y: shown.height / 2 - (card.y + card.height / 2) * closer, zoom: closer }
    moved.current = id === startId ? null : { for: id, from: { x, y, zoom }, to }
    void flow.setViewport(to)
  }
  const look = useView((view) => view.look)
  useEffect(() => {
    if (look) reveal(look.id)
    // Each look is an object of its own.
  }, [look])

  const pickedWay = (): Way | null => {
    const edge = pickedEdge === null ? undefined : edgesOf(editor.definition()).find(({ id }) => id === pickedEdge)
    return edge ? wayOfEdge(edge) : null
  }
  const removeEdge = () => {
    const way = pickedWay()
    setPickedEdge(null)
    if (way) acts.connect(way, null)
  }
  /** The whole flow; cards that nobody has seen yet count as high as they will be. */
  const fit = () => {
    const shown = frame.current?.getBoundingClientRect()
    if (shown) void flow.setViewport(wholeView(flow.getNodesBounds(flow.getNodes()), shown))
  }
  const legibly = () => legibleView(boxesOf(editor.definition(), []), frame.current!.getBoundingClientRect())
  /** Known before the first card is drawn, so that none is drawn that will not be in sight. */
  const [beginning, setBeginning] = useState<Viewport | null>(null)
  useLayoutEffect(() => setBeginning(legibly()), [])
  const tidy = () => void acts.tidy().then(() => flow.setViewport(legibly()))
  const nudge = ({ key }: { key: string }) => acts.nudge(picked, { x: sideways(key) * step, y: upDown(key) * step })
  useStepKeys({ picked: pickedWay, remove: removeEdge })
  useShortcuts('flow', {
    fit: { keys: 'f', label: t('keys.fit'), run: fit },
    zoom_in: { keys: '+|=', label: t('canvas.zoom_in'), run: () => void flow.zoomIn() },
    zoom_out: { keys: '-', label: t('canvas.zoom_out'), run: () => void flow.zoomOut() },
    tidy: { keys: 'l', label: t('canvas.tidy'), when: mayManage, run: tidy },
    nudge: { keys: withMod, label: t('keys.nudge'), when: mayManage && picked.length > 0, run: nudge },
    neighbour: { keys: arrows.join('|'), label: t('keys.neighbour'), native: true, run: () => undefined },
    extend: { keys: arrows.map((key) => `Shift+${key}`).join('|'), label: t('keys.extend'), native: true, run: () => undefined },
    open: { keys: 'Enter', label: t('keys.open'), native: true, run: () => undefined },
    ways: { keys: 'Tab', label: t('keys.ways'), native: true, run: () => undefined },
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-step]') : null
    const id = card?.dataset.step
    if (!id) return
    if (event.key.startsWith('Arrow') && !event.ctrlKey && !event.metaKey) {
      const beside = wayBeside(event)
      if (beside) {
        event.preventDefault()
        beside.focus({ preventScroll: true })
        return
      }
      const next = neighbour(new Map(flow.getNodes().map(({ id: other, position }) => [other, position])), id, event.key)
      event.preventDefault()
      if (!next) return
      setPickedEdge(null)
      editor.pick(event.shiftKey ? [...new Set([...editor.store.get().picked, id, next])] : [next])
      acts.show({ look: { id: next }, goal: { at: 'step', id: next } })
    }
    if (event.key === 'Enter' && event.target === card && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      acts.open(id, true)
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
    if (document.activeElement?.closest<HTMLElement>('[data-step]')?.dataset['step'] !== id) acts.show({ goal: { at: 'step', id } })
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
      {beginning && (
        <Drawing
          frame={frame}
          beginning={beginning}
          pickedEdge={pickedEdge}
          mayManage={mayManage}
          onConnect={onConnect}
          onConnectEnd={onConnectEnd}
          onNodeClick={onNodeClick}
          onEdgeClick={onEdgeClick}
          onPaneClick={onPaneClick}
          onDrop={onDrop}
        />
      )}
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
