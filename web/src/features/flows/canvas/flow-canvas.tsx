import '@xyflow/react/dist/base.css'
import './canvas.css'
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  type NodeChange,
  type OnConnectEnd,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react'
import { type DragEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { useActs } from '../builder/acts.ts'
import { useView } from '../builder/view.ts'
import { moveSteps, type Way } from '../editor/definition-edits.ts'
import { useDefinition, useEditor, usePicked } from '../editor/editor.ts'
import { outputsOf, startId } from '../language/outputs.ts'
import { isStepType } from '../language/step-types.ts'
import { CanvasBar } from './canvas-bar.tsx'
import { cardWidth } from './card-size.ts'
import { draggedType } from './dragged-type.ts'
import { edgesOf, neighbour, nodesOf, type StepNode, wayOfEdge } from './graph.ts'
import { StartCard } from './start-card.tsx'
import { StepCard } from './step-card.tsx'

const cards = { step: StepCard, start: StartCard }
const fit = { padding: 0.15, maxZoom: 1 }

/** Follows the definition, and holds what only the canvas knows: places under the mouse and measured sizes. */
const useNodes = () => {
  const editor = useEditor()
  const definition = useDefinition((flow) => flow)
  const picked = usePicked()
  const [nodes, setNodes] = useState<StepNode[]>(() => nodesOf(definition, [], picked))
  const dragging = useRef(false)
  useEffect(() => {
    if (!dragging.current) setNodes((before) => nodesOf(definition, before, picked))
  }, [definition, picked])
  const onNodesChange = (changes: NodeChange<StepNode>[]) => {
    setNodes((before) => applyNodeChanges(changes, before))
    const chosen = changes.filter((change) => change.type === 'select')
    if (chosen.length === 0) return
    const now = new Set(editor.store.get().picked)
    for (const { id, selected } of chosen) {
      if (selected) now.add(id)
      else now.delete(id)
    }
    editor.pick([...now])
  }
  const onNodeDragStart = () => void (dragging.current = true)
  const onNodeDragStop = (_: unknown, __: unknown, moved: StepNode[]) => {
    dragging.current = false
    editor.edit((flow) => moveSteps(flow, Object.fromEntries(moved.map(({ id, position }) => [id, position]))))
  }
  return { nodes, onNodesChange, onNodeDragStart, onNodeDragStop }
}

const Canvas = () => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const acts = useActs()
  const flow = useReactFlow()
  const mayManage = useCan('flows.manage')
  const definition = useDefinition((whole) => whole)
  const picked = usePicked()
  const { nodes, ...follow } = useNodes()
  const [pickedEdge, setPickedEdge] = useState<string | null>(null)
  const edges = useMemo(() => edgesOf(definition).map((edge) => (edge.id === pickedEdge ? { ...edge, selected: true } : edge)), [definition, pickedEdge])
  const frame = useRef<HTMLDivElement>(null)
  const pointer = useRef<{ x: number; y: number } | null>(null)

  const cardOf = (id: string) => frame.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`)
  /** Brings a card into sight, with what stands before it, and the focus to it. */
  const reveal = (id: string, focus: boolean) => {
    const node = flow.getNode(id)
    if (!node) return
    const height = node.measured?.height ?? 160
    const shown = frame.current?.getBoundingClientRect()
    const { x, y } = flow.flowToScreenPosition(node.position)
    const inSight = shown && x > shown.left && y > shown.top && x + cardWidth < shown.right && y + height < shown.bottom
    if (!inSight) void flow.setCenter(node.position.x - cardWidth / 4, node.position.y + height / 2, { zoom: Math.max(0.75, flow.getZoom()) })
    // The card may have to be drawn first.
    if (focus) requestAnimationFrame(() => requestAnimationFrame(() => cardOf(id)?.focus({ preventScroll: true })))
  }
  const look = useView((view) => view.look)
  useEffect(() => {
    if (look) requestAnimationFrame(() => reveal(look.id, look.focus))
    // Each look is an object of its own.
  }, [look])

  const removePicked = () => {
    const edge = pickedEdge === null ? undefined : edges.find(({ id }) => id === pickedEdge)
    if (edge) {
      acts.connect(wayOfEdge(edge), null)
      setPickedEdge(null)
    } else acts.remove(picked)
  }
  const way = (id: string): Way | null => {
    const node = definition.nodes[id]
    const first = node ? (outputsOf(node).find(({ next }) => next === null) ?? outputsOf(node)[0]) : undefined
    if (id === startId) return { from: startId, output: 'start' }
    return first ? { from: id, output: first.id } : null
  }
  const addAfter = () => {
    const after = picked.length === 1 ? way(picked[0]!) : null
    acts.ask({ what: 'connect', way: after ?? { from: '', output: '' } })
  }
  useShortcuts('flow', {
    fit: { keys: 'f', label: t('keys.fit'), run: () => void flow.fitView(fit) },
    add: { keys: 'a', label: t('keys.add'), when: mayManage, run: addAfter },
    remove: { keys: 'Delete|Backspace', label: t('keys.remove'), when: mayManage && (picked.length > 0 || pickedEdge !== null), run: removePicked },
    all: { keys: 'Mod+a', label: t('keys.all'), run: () => editor.pick(Object.keys(definition.nodes)) },
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-step]') : null
    const id = card?.dataset.step
    if (!id) return
    if (event.key.startsWith('Arrow') && !event.ctrlKey && !event.metaKey) {
      const next = neighbour(new Map(flow.getNodes().map(({ id: other, position }) => [other, position])), id, event.key)
      event.preventDefault()
      if (!next) return
      editor.pick([next])
      reveal(next, true)
    }
    if (event.key === 'Enter' && event.target === card) {
      event.preventDefault()
      acts.open(id)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-step-form] input, [data-step-form] textarea')?.focus())
    }
  }
  /** The whole flow where it can be read like that, else its beginning. */
  const begin = () => {
    const shown = frame.current?.getBoundingClientRect()
    if (!shown) return
    const bounds = flow.getNodesBounds(nodes)
    const zoom = Math.min(shown.width / (bounds.width + 80), shown.height / (bounds.height + 80))
    const first = nodes.find(({ id }) => id === startId)
    if (zoom >= 0.6 || !first) void flow.fitView(fit)
    else void flow.setViewport({ x: 40 - first.position.x * 0.75, y: shown.height / 3 - first.position.y * 0.75, zoom: 0.75 })
  }
  const onConnect = ({ source, sourceHandle, target }: Connection) => acts.connect({ from: source, output: sourceHandle ?? '' }, target)
  /** A line let go anywhere over a card leads to it; over nothing it asks what should stand there. */
  const onConnectEnd: OnConnectEnd = (event, { isValid, fromNode, fromHandle }) => {
    if (isValid || !fromNode || fromHandle?.type !== 'source') return
    const { clientX, clientY } = 'changedTouches' in event ? event.changedTouches[0]! : event
    const from: Way = { from: fromNode.id, output: fromHandle.id ?? '' }
    const over = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-step]')?.dataset.step
    if (over === startId) return
    if (over) acts.connect(from, over)
    else acts.ask({ what: 'connect', way: from, at: flow.screenToFlowPosition({ x: clientX, y: clientY }) })
  }
  const onDrop = (event: DragEvent) => {
    const type = event.dataTransfer.getData(draggedType)
    if (!isStepType(type)) return
    event.preventDefault()
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    acts.add(type, { at: { x: x - cardWidth / 2, y: y - 20 } })
  }
  /** Steps come and go through the clipboard as long as no field has the focus. */
  useEffect(() => {
    const inField = () => document.activeElement?.closest('input, textarea, select, [role=dialog]') !== null && document.activeElement !== document.body
    const copy = (event: ClipboardEvent) => {
      const chosen = editor.store.get().picked.filter((id) => id !== startId)
      if (inField() || chosen.length === 0 || getSelection()?.toString()) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', acts.clipped(chosen))
      if (event.type === 'cut' && mayManage) acts.remove(chosen)
    }
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain')
      if (inField() || !text || !mayManage) return
      if (acts.paste(text, pointer.current ? flow.screenToFlowPosition(pointer.current) : undefined)) event.preventDefault()
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [editor, acts, flow, mayManage])

  return (
    <div
      ref={frame}
      role="presentation"
      className="relative min-h-0 flex-1"
      onKeyDown={onKeyDown}
      onPointerMove={({ clientX, clientY }) => void (pointer.current = { x: clientX, y: clientY })}
      onPointerLeave={() => void (pointer.current = null)}
    >
      <ReactFlow<StepNode>
        nodes={nodes}
        edges={edges}
        nodeTypes={cards}
        {...follow}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        onNodeClick={(_, { id }) => {
          setPickedEdge(null)
          acts.show({ side: 'step' })
          requestAnimationFrame(() => cardOf(id)?.contains(document.activeElement) || cardOf(id)?.focus({ preventScroll: true }))
        }}
        onEdgeClick={(_, { id }) => {
          setPickedEdge(id)
          editor.pick([])
        }}
        onPaneClick={() => setPickedEdge(null)}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(draggedType)) return
          event.preventDefault()
          event.dataTransfer.dropEffect = 'copy'
        }}
        onDrop={onDrop}
        nodesDraggable={mayManage}
        nodesConnectable={mayManage}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        selectionMode={SelectionMode.Partial}
        onlyRenderVisibleElements
        minZoom={0.1}
        maxZoom={1.5}
        onInit={begin}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{ 'node.a11yDescription.default': '', 'edge.a11yDescription.default': '' }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1} color="var(--border-strong)" />
      </ReactFlow>
      <CanvasBar
        onZoom={(by) => void (by > 0 ? flow.zoomIn() : flow.zoomOut())}
        onFit={() => void flow.fitView(fit)}
        onTidy={() => void acts.tidy().then(() => requestAnimationFrame(() => void flow.fitView(fit)))}
      />
    </div>
  )
}

/** The flow as cards and lines. Everything on it can be done with keys, too. */
export const FlowCanvas = () => (
  <ReactFlowProvider>
    <Canvas />
  </ReactFlowProvider>
)
