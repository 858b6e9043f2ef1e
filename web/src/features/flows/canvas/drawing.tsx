import '@xyflow/react/dist/base.css'
import './canvas.css'
import { Background, BackgroundVariant, type Connection, type OnConnectEnd, ReactFlow, SelectionMode, type Viewport } from '@xyflow/react'
import { type DragEvent, memo, type RefObject, useMemo, useRef } from 'react'
import { useDefinition } from '../editor/editor.ts'
import { draggedType } from './dragged-type.ts'
import { boxesOf, edgesOf, type StepNode } from './graph.ts'
import { BoxesContext, lines } from './line.tsx'
import type { Box } from './route.ts'
import { StartCard } from './start-card.tsx'
import { StepCard } from './step-card.tsx'
import { useNodes } from './use-nodes.ts'

const cards = { step: StepCard, start: StartCard }
const withKeys = ['Shift', 'Meta', 'Control']
const withoutMark = { hideAttribution: true }
const silent = { 'node.a11yDescription.default': '', 'edge.a11yDescription.default': '' }
const dots = <Background variant={BackgroundVariant.Dots} gap={24} size={1} color="var(--border-strong)" />

const onDragOver = (event: DragEvent) => {
  if (!event.dataTransfer.types.includes(draggedType)) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'copy'
}

/** Nobody reads what is drawn smaller than this. */
const legible = 0.4

/** Says in the frame that something moves, for the style sheet: nobody looks for what is under the mouse then. Not in React, which would draw everything again. */
const useUnderWay = (frame: RefObject<HTMLElement | null>) => {
  const now = useRef(false)
  return useMemo(() => {
    const say = (moves: boolean) => {
      if (now.current === moves) return
      now.current = moves
      frame.current?.toggleAttribute('data-moves', moves)
    }
    const onMove = (event: unknown, { zoom }: Viewport) => {
      frame.current?.toggleAttribute('data-far', zoom < legible)
      if (event !== null) say(true)
    }
    return { say, onMove, onMoveEnd: () => say(false), onNodeDrag: () => say(true) }
  }, [frame])
}

type DrawingProps = {
  frame: RefObject<HTMLElement | null>
  /** Where one looks at first. */ beginning: Viewport
  pickedEdge: string | null
  mayManage: boolean
  onConnect: (connection: Connection) => void
  onConnectEnd: OnConnectEnd
  onNodeClick: (event: unknown, node: StepNode) => void
  onEdgeClick: (event: unknown, edge: { id: string }) => void
  onPaneClick: () => void
  onDrop: (event: DragEvent) => void
}

/**
 * Cards and lines. Only what is in sight is drawn, and dragging draws this alone: whatever is given to the library has to stay the same between two frames,
 * because each prop that is another one makes it look at every card and way out.
 */
export const Drawing = memo(({ frame, beginning, pickedEdge, mayManage, ...handlers }: DrawingProps) => {
  const definition = useDefinition((whole) => whole)
  const { nodes, onNodeDragStop, ...follow } = useNodes()
  const edges = useMemo(() => edgesOf(definition).map((edge) => (edge.id === pickedEdge ? { ...edge, selected: true } : edge)), [definition, pickedEdge])
  const stood = useRef<readonly Box[]>([])
  const boxes = useMemo(() => (stood.current = boxesOf(definition, stood.current)), [definition])
  const { say, ...underWay } = useUnderWay(frame)
  const stop = useMemo(
    () =>
      (...given: Parameters<typeof onNodeDragStop>) => {
        say(false)
        onNodeDragStop(...given)
      },
    [say, onNodeDragStop],
  )
  return (
    <BoxesContext value={boxes}>
      <ReactFlow<StepNode>
        nodes={nodes}
        edges={edges}
        nodeTypes={cards}
        edgeTypes={lines}
        defaultViewport={beginning}
        {...follow}
        {...underWay}
        {...handlers}
        onNodeDragStop={stop}
        onDragOver={onDragOver}
        nodesDraggable={mayManage}
        nodesConnectable={mayManage}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={withKeys}
        selectionMode={SelectionMode.Partial}
        onlyRenderVisibleElements
        minZoom={0.1}
        maxZoom={1.5}
        proOptions={withoutMark}
        ariaLabelConfig={silent}
      >
        {dots}
      </ReactFlow>
    </BoxesContext>
  )
})
