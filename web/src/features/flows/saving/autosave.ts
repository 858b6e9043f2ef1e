import type { Flow, FlowDefinition, FlowNode } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { isProblem, mayPass } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { keep, readKept } from '#lib/kept.ts'
import { createStore } from '#lib/store.ts'
import type { Editor } from '../editor/editor.ts'
import { rebaseHistory } from '../editor/history.ts'
import { asRequest, changesBetween, isNothing, mergeUnsent, others, placedAs, type Unsent, withChanges } from '../editor/merge.ts'

/**
 * `saved`: the server has everything; `waiting`: it is about to be sent; `saving`; `retrying`: the server could not be reached, what was written is kept in
 * this browser and sent as soon as it can; `refused`: the server will not take it as it is, and keeps the last that it took.
 */
export type Saving =
  | { state: 'saved'; at: string }
  | { state: 'waiting' | 'saving' | 'retrying' }
  | { state: 'refused'; code: string; places: readonly string[] }

/** Steps that somebody else changed, too, as they made them (null: removed). One's own are what is shown and saved. */
export type Conflicts = Readonly<Record<string, FlowNode | null>>

const placeOf = (flowId: string) => `flow.${flowId}`

const keptFor = (flowId: string): Unsent | null => {
  try {
    const kept = JSON.parse(readKept(placeOf(flowId)) ?? 'null') as Unsent | null
    // What an older version of this page kept does not say what was on its way.
    return kept && { ...kept, sent: kept.sent ?? null }
  } catch {
    return null
  }
}

/** What was written before the page was left and never reached the server, over what the server has now. */
export const unsentOver = (flow: Flow): { definition: FlowDefinition; conflicts: Conflicts } => {
  const kept = keptFor(flow.id)
  return kept ? mergeUnsent(kept, flow.definition) : { definition: flow.definition, conflicts: {} }
}

/** Rest after the last change before it is sent, and between attempts, in ms. */
const rest = 700
const pause = 4000

/** Sends what changes, one request at a time, and takes in what others change. Nothing is forgotten before the server has said that it has it. */
export const startSaving = (editor: Editor, flow: Flow, onStored: (flow: Flow) => void) => {
  const saving = createStore<Saving>({ state: 'saved', at: flow.updatedAt })
  const conflicts = createStore<Conflicts>({})
  let base = flow.definition
  let revision = flow.revision
  let newest = flow.revision
  let storedAt = flow.updatedAt
  let timer: ReturnType<typeof setTimeout> | null = null
  let sending: Promise<void> | null = null
  let stopped = false
  /** What may have come to the server without its having been heard. */
  let sent: FlowDefinition | null = null

  const isDirty = () => editor.definition() !== base && !isNothing(changesBetween(base, editor.definition()))
  const remember = () => keep(placeOf(flow.id), isDirty() || sent !== null ? JSON.stringify({ base, mine: editor.definition(), sent } satisfies Unsent) : null)
  const plan = (delay: number) => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void send(), delay)
  }
  /** Lays what others changed under one's own changes, and under all that can be taken back. */
  const take = (theirs: Flow) => {
    const heard = placedAs(theirs.definition, editor.definition())
    const found = others(base, editor.definition(), heard)
    base = heard
    revision = theirs.revision
    newest = Math.max(newest, revision)
    storedAt = theirs.updatedAt
    if (Object.keys(found.conflicts).length > 0) conflicts.set({ ...conflicts.get(), ...found.conflicts })
    if (!isNothing(found.changes)) editor.replace((history) => rebaseHistory(history, (definition) => withChanges(definition, found.changes)))
    remember()
    onStored(theirs)
  }
  const readAgain = async () => {
    const heard = newest
    take(await call(flowRoutes.read, { params: { id: flow.id } }))
    // Nothing was heard meanwhile: this is the newest there is, whatever its number.
    if (newest === heard) newest = revision
  }
  const attempt = async () => {
    const draft = editor.definition()
    sent = draft
    remember()
    saving.set({ state: 'saving' })
    try {
      const stored = await call(flowRoutes.update, { params: { id: flow.id }, body: { revision, ...asRequest(base, changesBetween(base, draft)) } })
      base = draft
      sent = null
      take(stored)
      saving.set(isDirty() ? { state: 'waiting' } : { state: 'saved', at: stored.updatedAt })
    } catch (problem) {
      remember()
      if (!isProblem(problem)) throw problem
      if (problem.code === 'flow.step_changed') {
        await readAgain()
        saving.set({ state: 'waiting' })
      } else saving.set(mayPass(problem) ? { state: 'retrying' } : { state: 'refused', code: problem.code, places: Object.keys(problem.fieldErrors) })
    }
  }
  const send = (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    sending ??= (async () => {
      if (isDirty()) await attempt()
      else if (newest > revision) await readAgain()
    })()
      .catch((problem: unknown) => {
        if (!isProblem(problem)) throw problem
        saving.set({ state: 'retrying' })
      })
      .finally(() => {
        sending = null
        if (stopped) return
        const now = saving.get()
        const { state } = now
        if (isDirty() && state === 'waiting') plan(rest)
        else if (isDirty() && state === 'retrying') plan(pause)
        else if (newest > revision) plan(state === 'retrying' ? pause : 0)
        // What others do, or oneself by a restore, is stored, too, without having been sent from here.
        else if (!isDirty() && (now.state !== 'saved' || now.at !== storedAt)) saving.set({ state: 'saved', at: storedAt })
      })
    return sending
  }
  const follow = () => {
    // What was taken back before it was sent must not be found again.
    remember()
    if (!isDirty()) return
    if (saving.get().state !== 'saving') saving.set({ state: 'waiting' })
    if (!sending) plan(rest)
  }
  const unfollow = editor.store.subscribe(follow)
  if (isDirty()) follow()
  return {
    editor,
    definition: editor.definition,
    saving,
    conflicts,
    /** Somebody, perhaps oneself, has changed the draft; without a number: something else about the flow. */
    hear: (heard: number | undefined) => {
      newest = Math.max(newest, heard ?? revision + 1)
      if (newest > revision && !sending) plan(0)
    },
    /** Sends at once what waits; done when the server has everything or has refused it. */
    flush: async () => {
      while (isDirty()) {
        await send()
        if (saving.get().state === 'refused' || saving.get().state === 'retrying') return false
      }
      return true
    },
    stop: () => {
      stopped = true
      unfollow()
      if (timer) clearTimeout(timer)
      if (isDirty()) void send()
    },
  }
}
export type Autosave = ReturnType<typeof startSaving>
