import '@xyflow/react/dist/base.css'
import '../canvas/canvas.css'
import type { FlowDefinition } from '@chasqui/contracts'
import {
  Background,
  BackgroundVariant,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react'
import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Chip, type Tone } from '#ui/chip.tsx'
import { classNames } from '#ui/class-names.ts'
import { cardHeight, cardWidth } from '../canvas/card-size.ts'
import { boxesOf, edgesOf } from '../canvas/graph.ts'
import { BoxesContext, lines as lineTypes } from '../canvas/line.tsx'
import { withPlaces } from '../canvas/layout.ts'
import { groupLooks } from '../language/group-looks.ts'
import { outputsOf, startId } from '../language/outputs.ts'
import { StepIcon } from '../language/step-icons.ts'
import { groupOf } from '../language/step-types.ts'
import { type StepWords, useStepWords } from '../language/step-words.ts'

/** What is said about a step beside what it is; colour and words say the same. */
export type StepNote = { tone?: Tone; icon?: LucideIcon; mark?: string; lines?: readonly string[] }
export type PlainCanvasProps = {
  definition: FlowDefinition
  notes?: Readonly<Record<string, StepNote>>
  /** Words and width (0 to 1) of the line of a way, by `edgeId`. */
  lines?: ReadonlyMap<string, { words: string; share: number }>
  picked?: string | null
  onPick?: ((id: string) => void) | undefined
}

type CardData = { definition: FlowDefinition; note: StepNote | undefined; words: StepWords; picked: boolean; onPick: ((id: string) => void) | undefined }
type CardNode = Node<CardData, 'plain'>

const frames: Partial<Record<Tone, string>> = {
  success: 'border-success border-2',
  danger: 'border-danger border-2',
  warning: 'border-warning border-2',
}

const PlainCard = ({ id, data: { definition, note, words, picked, onPick } }: NodeProps<CardNode>) => {
  const node = definition.nodes[id]
  if (!node) return null
  const title = words.title(node)
  const head: ReactNode = (
    <>
      <StepIcon type={node.type} size={16} className={classNames('shrink-0', groupLooks[groupOf(node.type)])} />
      <span className="min-w-0 truncate text-sm font-semibold">{title}</span>
    </>
  )
  return (
    <div
      data-step={id}
      role="group"
      aria-label={title}
      style={{ width: cardWidth }}
      className={classNames(
        'rounded-card border bg-surface text-fg',
        frames[note?.tone ?? 'neutral'] ?? 'border-line-strong',
        picked && 'ring-2 ring-primary ring-offset-1 ring-offset-surface',
      )}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} className="top-4! bottom-auto! -left-1! size-2! opacity-0" />
      {onPick ? (
        <button
          type="button"
          aria-pressed={picked}
          onClick={() => onPick(id)}
          className="nodrag flex h-10 w-full items-center gap-2 rounded-card px-2.5 text-left hover:bg-surface-2"
        >
          {head}
        </button>
      ) : (
        <div className="flex h-10 items-center gap-2 px-2.5">{head}</div>
      )}
      <div className="flex flex-col items-start gap-1 border-t border-line px-2.5 py-2 text-sm">
        {note?.mark && (
          <Chip tone={note.tone ?? 'neutral'} {...(note.icon && { icon: note.icon })}>
            {note.mark}
          </Chip>
        )}
        {note?.lines?.map((line) => (
          <span key={line} className="tabular text-fg">
            {line}
          </span>
        ))}
        <p dir="auto" className="line-clamp-2 wrap-anywhere text-fg-2">
          {words.summary(node, (other) => words.nameOf(definition, other))}
        </p>
      </div>
      <ul className="m-0 list-none p-0">
        {outputsOf(node).map((output) => (
          <li key={output.id} className="relative flex h-[30px] items-center border-t border-line px-2.5 text-sm text-fg">
            <span className="truncate">{words.outputName(node.type, output)}</span>
            <Handle
              type="source"
              position={Position.Right}
              id={output.id}
              isConnectable={false}
              className="-right-[3.5px]! size-[7px]! border-0! bg-line-strong!"
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

const cards = { plain: PlainCard }
/** What is said about a step, in px on the canvas. */
const noteHeight = 40
/** Below this zoom nobody reads what stands on a card. */
const readable = 0.75
const fit = { padding: 0.12, maxZoom: 1 }
const labelLook = {
  labelStyle: { fill: 'var(--text)', fontSize: 13, fontWeight: 600 },
  labelBgStyle: { fill: 'var(--surface)', stroke: 'var(--border)' },
  labelBgPadding: [6, 3] as [number, number],
  labelBgBorderRadius: 6,
}

const edgesWith = (definition: FlowDefinition, lines: PlainCanvasProps['lines']): Edge[] =>
  edgesOf(definition)
    .filter(({ source }) => source !== startId)
    .map((edge) => {
      const line = lines?.get(edge.id)
      return line ? { ...edge, ...labelLook, label: line.words, style: { strokeWidth: 1.75 + line.share * 6, stroke: 'var(--primary)' } } : edge
    })

const Plain = ({ definition, notes = {}, lines, picked = null, onPick }: PlainCanvasProps) => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const flow = useReactFlow()
  const drawn = useMemo(() => withPlaces(definition), [definition])
  const nodes = useMemo(
    () =>
      Object.entries(drawn.nodes).map(([id, node]): CardNode => ({
        id,
        type: 'plain',
        position: node.position ?? { x: 0, y: 0 },
        data: { definition: drawn, note: notes[id], words, picked: picked === id, onPick },
        initialWidth: cardWidth,
        initialHeight: cardHeight(node) + noteHeight,
        draggable: false,
      })),
    [drawn, notes, words, picked, onPick],
  )
  const edges = useMemo(() => edgesWith(drawn, lines), [drawn, lines])
  const boxes = useMemo(() => boxesOf(drawn, []).flatMap((box) => (box.id === startId ? [] : [{ ...box, height: box.height + noteHeight }])), [drawn])
  const frame = useRef<HTMLDivElement>(null)
  /** The whole flow where it can be read like that, else its beginning. */
  const begin = () => {
    const shown = frame.current?.getBoundingClientRect()
    const first = drawn.nodes[drawn.start]?.position
    if (!shown) return
    const bounds = flow.getNodesBounds(nodes)
    const zoom = Math.min(shown.width / (bounds.width + 80), shown.height / (bounds.height + 80))
    if (zoom >= readable || !first) void flow.fitView(fit)
    else void flow.setViewport({ x: 32 - first.x * readable, y: shown.height / 3 - first.y * readable, zoom: readable })
  }
  useEffect(() => {
    const node = picked === null ? undefined : flow.getNode(picked)
    if (node) void flow.setCenter(node.position.x + cardWidth / 2, node.position.y + 90, { zoom: Math.max(0.75, flow.getZoom()) })
  }, [picked, flow])
  return (
    <div ref={frame} className="relative min-h-0 min-w-0 flex-1" role="region" aria-label={t('life.canvas')}>
      <BoxesContext value={boxes}>
        <ReactFlow<CardNode>
          nodes={nodes}
          edges={edges}
          nodeTypes={cards}
          edgeTypes={lineTypes}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          minZoom={0.1}
          maxZoom={1.5}
          onInit={begin}
          proOptions={{ hideAttribution: true }}
          ariaLabelConfig={{ 'node.a11yDescription.default': '', 'edge.a11yDescription.default': '' }}
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1} color="var(--border-strong)" />
        </ReactFlow>
      </BoxesContext>
    </div>
  )
}

/** A flow to look at: nothing on it can be changed. */
export const PlainCanvas = (props: PlainCanvasProps) => (
  <ReactFlowProvider>
    <Plain {...props} />
  </ReactFlowProvider>
)
