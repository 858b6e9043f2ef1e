import type { FlowProblem } from '@chasqui/contracts'
import { problemsIn } from '@chasqui/flow'
import { createContext, useContext } from 'react'
import { createStore, type Store, useStore } from '#lib/store.ts'
import type { Editor } from '../editor/editor.ts'
import { startId } from '../language/outputs.ts'
import { isTold } from './shared.ts'

export type Severity = FlowProblem['severity']
export type Found = { all: readonly FlowProblem[]; ofStep: ReadonlyMap<string, Severity> }

/** The flow has no steps yet: it cannot be published, and nobody did anything wrong. */
export const notBegun = 'flow.no_steps'

const foundIn = (all: readonly FlowProblem[]): Found => {
  const ofStep = new Map<string, Severity>()
  for (const { nodeId, severity, code } of all) {
    // What is not begun is no fault of the start.
    if (code === notBegun) continue
    const id = nodeId ?? startId
    if (severity === 'error' || !ofStep.has(id)) ofStep.set(id, severity)
  }
  return { all, ofStep }
}

/** Rest after the last change before the flow is checked again, in ms: a check of hundreds of steps would come between the keys of who types. */
const rest = 150

/**
 * What is wrong with the flow as it is, by the rules that the server publishes by; follows the editor until stopped. `hear` takes in what the server told of
 * the flow: of that only counts what nobody can tell here: what other flows want, too, and what is gone that the flow names.
 */
export const watchProblems = (
  editor: Editor,
  told: readonly FlowProblem[],
): { found: Store<Found>; hear: (told: readonly FlowProblem[]) => void; stop: () => void } => {
  let checked = editor.definition()
  let timer: ReturnType<typeof setTimeout> | null = null
  let shared = told.filter(isTold)
  const stands = ({ nodeId }: FlowProblem) => nodeId === null || Object.hasOwn(checked.nodes, nodeId)
  const look = () => foundIn([...problemsIn(checked), ...shared.filter(stands)].toSorted((one, other) => one.severity.localeCompare(other.severity)))
  const found = createStore(look())
  /** What is wrong as before is not told again: every card and the list of problems listen. */
  const tell = () => {
    const now = look()
    if (JSON.stringify(now.all) !== JSON.stringify(found.get().all)) found.set(now)
  }
  const check = () => {
    timer = null
    checked = editor.definition()
    tell()
  }
  const unfollow = editor.store.subscribe(() => {
    if (editor.definition() === checked || timer) return
    timer = setTimeout(check, rest)
  })
  return {
    found,
    hear: (news) => {
      shared = news.filter(isTold)
      tell()
    },
    stop: () => {
      unfollow()
      if (timer) clearTimeout(timer)
    },
  }
}

export const ProblemsContext = createContext<Store<Found> | null>(null)
const useFound = (): Store<Found> => {
  const found = useContext(ProblemsContext)
  if (!found) throw new Error('used outside of the builder')
  return found
}
export const useProblems = (): readonly FlowProblem[] => useStore(useFound(), ({ all }) => all)
export const useSeverity = (id: string): Severity | null => useStore(useFound(), ({ ofStep }) => ofStep.get(id) ?? null)
