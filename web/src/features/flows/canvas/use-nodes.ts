import { applyNodeChanges, type NodeChange } from '@xyflow/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { moveSteps } from '../editor/definition-edits.ts'
import { useDefinition, useEditor, usePicked } from '../editor/editor.ts'
import { nodesOf, type StepNode } from './graph.ts'

/** Cards that have been drawn know where their ways out are; what was assumed of them before is forgotten. */
const measured = (nodes: StepNode[], changes: readonly NodeChange<StepNode>[]): StepNode[] => {
  const drawn = new Set(changes.flatMap((change) => (change.type === 'dimensions' ? [change.id] : [])))
  if (drawn.size === 0) return nodes
  return nodes.map((node) => {
    if (!node.handles || !drawn.has(node.id)) return node
    const { handles: _, ...known } = node
    return known
  })
}

/** Follows the definition, and holds what only the canvas knows: places under the mouse and measured sizes. None of the functions is ever another one. */
export const useNodes = () => {
  const editor = useEditor()
  const definition = useDefinition((flow) => flow)
  const picked = usePicked()
  const [nodes, setNodes] = useState<StepNode[]>(() => nodesOf(definition, [], picked))
  const dragging = useRef(false)
  useEffect(() => {
    if (!dragging.current) setNodes((before) => nodesOf(definition, before, picked))
  }, [definition, picked])
  const onNodesChange = useCallback(
    (changes: NodeChange<StepNode>[]) => {
      setNodes((before) => measured(applyNodeChanges(changes, before), changes))
      const chosen = changes.filter((change) => change.type === 'select')
      if (chosen.length === 0) return
      const now = new Set(editor.store.get().picked)
      for (const { id, selected } of chosen) {
        if (selected) now.add(id)
        else now.delete(id)
      }
      editor.pick([...now])
    },
    [editor],
  )
  const onNodeDragStart = useCallback(() => void (dragging.current = true), [])
  const onNodeDragStop = useCallback(
    (_: unknown, __: unknown, moved: StepNode[]) => {
      dragging.current = false
      editor.edit((flow) => moveSteps(flow, Object.fromEntries(moved.map(({ id, position }) => [id, position]))))
    },
    [editor],
  )
  return { nodes, onNodesChange, onNodeDragStart, onNodeDragStop }
}
