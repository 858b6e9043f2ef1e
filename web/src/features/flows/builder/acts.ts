import type { FlowDefinition, FlowNode, FlowNodeType, FlowProblem } from '@chasqui/contracts'
import { useMemo } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { copyText } from '#ui/copy-text.ts'
import { say } from '#ui/toast.tsx'
import { freePlace } from '../canvas/card-size.ts'
import { makeRoom } from '../canvas/make-room.ts'
import { placeBeside } from '../canvas/place-beside.ts'
import { clip, paste, readClipping } from '../editor/clipping.ts'
import { addStep, connect, moveOnto, moveSteps, nodeAt, type Point, putOnto, removeSteps, targetOf, type Way } from '../editor/definition-edits.ts'
import { useEditor } from '../editor/editor.ts'
import { stepBeside } from '../editor/step-beside.ts'
import { freshStepId } from '../editor/step-ids.ts'
import { actBetween } from '../editor/what-changed.ts'
import { outputsOf, startId } from '../language/outputs.ts'
import { freshStep, withOwnVariable } from '../language/step-types.ts'
import { useStepWords } from '../language/step-words.ts'
import { wayOfProblem } from '../problems/way-of-problem.ts'
import { fingers } from './fingers.ts'
import { thePhone, useViewStore, type View } from './view.ts'

/** The step that has the focus, by its card, its line in the list or its form. */
const stepInHand = (): { id: string; by: 'step' | 'form' } | null => {
  const held = document.activeElement?.closest<HTMLElement>('[data-step], [data-step-form]')?.dataset
  if (held?.['step'] !== undefined) return { id: held['step'], by: 'step' }
  return held?.['stepForm'] === undefined ? null : { id: held['stepForm'], by: 'form' }
}

/** Everything that people do with a flow, whether by mouse, by key or in the outline. */
export const useActs = () => {
  const editor = useEditor()
  const view = useViewStore()
  const { t } = useTexts('flows')
  const words = useStepWords()
  return useMemo(() => {
    const show = (part: Partial<View>) => view.set({ ...view.get(), ...part })
    const look = (id: string) => show({ look: { id } })
    /** The form of a step; `write`: with the focus where one writes in it. */
    const open = (id: string, write = false) => {
      editor.pick([id])
      show({ side: 'step', sheet: true, ...(write && !fingers.matches && { goal: { at: 'form', id } }) })
    }
    /** The form of a step at one of its values. */
    const openAt = (id: string, field: string | undefined) => {
      editor.pick([id])
      show({ side: 'step', sheet: true, look: { id }, goal: { at: 'form', id, field } })
    }
    /** To a step, and not into its form. */
    const goTo = (id: string) => show({ sheet: false, look: { id }, goal: { at: 'step', id } })
    /** To a way out, beside the form of its step where there is room for that. */
    const goToWay = ({ from, output }: Way) => {
      editor.pick([from])
      show({ side: 'step', sheet: false, look: { id: from }, goal: { at: 'way', id: from, output } })
    }
    /** To where a problem is put right: at the way out that it is about, else at the value in the form of its step. */
    const goToProblem = (problem: Pick<FlowProblem, 'nodeId' | 'field'>) => {
      const way = wayOfProblem(editor.definition(), problem)
      if (way) return goToWay(way)
      openAt(problem.nodeId ?? startId, problem.field)
    }
    /** Opens a step where something can be said about it. */
    const comment = (id: string) => {
      open(id)
      show({ goal: { at: 'comment', id } })
    }
    /** A way that led somewhere has another step now: what became of where it led is said. */
    const tellInserted = (before: FlowDefinition, way: Way, led: string, node: FlowNode) => {
      const names = { name: words.title(node), from: words.nameOf(before, way.from), to: words.nameOf(before, led) }
      show({ told: { words: t(outputsOf(node).length > 0 ? 'act.between' : 'act.instead', names) } })
    }
    /** A new step, onto an output where one is named. Answers its id. */
    const add = (type: FlowNodeType, { way = null, at }: { way?: Way | null; at?: Point | undefined } = {}): string => {
      const definition = editor.definition()
      const id = freshStepId(definition, { type })
      const start = nodeAt(definition, definition.start) ? definition.start : id
      const fresh = freshStep(type, start, (number) => t('fresh.option', { number }))
      const node = withOwnVariable(fresh, t('fresh.variable'))
      // What was dropped somewhere stays there; between two steps there is made room.
      const room = way && at === undefined ? makeRoom(definition, way) : null
      const placed = { ...node, position: freePlace(room?.definition ?? definition, node, at ?? room?.at ?? placeBeside(definition, way)) }
      editor.edit((flow) => {
        const added = addStep(room?.definition ?? flow, id, placed)
        return way ? putOnto(added, way, id) : added
      })
      open(id, true)
      look(id)
      const led = way ? targetOf(definition, way) : null
      if (way && led !== null) tellInserted(definition, way, led, placed)
      return id
    }
    const remove = (ids: readonly string[]) => {
      const steps = ids.filter((id) => id !== startId)
      if (steps.length === 0) return
      const beside = stepBeside(editor.definition(), steps)
      editor.edit((definition) => removeSteps(definition, steps))
      editor.pick([nodeAt(editor.definition(), beside) ? beside : startId])
      goTo(editor.store.get().picked[0]!)
      say(t('act.removed', { count: steps.length }), { label: t('act.undo'), run: () => travel('undo') })
    }
    /** Takes back or does again, and says what. The focus stays where it is, unless that is gone or another step is picked by it. */
    const travel = (way: 'undo' | 'redo') => {
      const held = stepInHand()
      const [before, pickedBefore] = [editor.definition(), editor.store.get().picked]
      editor[way]()
      const [after, picked] = [editor.definition(), editor.store.get().picked]
      if (after === before) return
      const { what, ids } = way === 'undo' ? actBetween(after, before) : actBetween(before, after)
      const name = words.nameOf(ids.every((id) => id === startId || nodeAt(before, id)) ? before : after, ids[0]!)
      show({ told: { words: t(`act.${way}_done`, { what: t(`act.what.${what}`, { count: ids.length, name }) }) } })
      if (!held) return
      const isGone = held.id !== startId && !nodeAt(after, held.id)
      if (isGone || picked !== pickedBefore) goTo(picked[0] ?? (isGone ? stepBeside(before, [held.id]) : held.id))
      else if (held.by === 'form') show({ goal: { at: 'form', id: held.id, lost: true } })
    }
    const pasteSteps = (text: string, at?: Point): boolean => {
      const clipping = readClipping(text)
      if (!clipping) return false
      const { definition, ids } = paste(editor.definition(), clipping, (node) => freshStepId(editor.definition(), node), at)
      editor.edit(() => definition)
      editor.pick(ids)
      if (ids[0]) goTo(ids[0])
      return true
    }
    const clipped = (ids: readonly string[]) => JSON.stringify(clip(editor.definition(), ids), null, 2)
    return {
      show,
      look,
      open,
      goTo,
      goToProblem,
      /** Picks a step beside those that are picked, or lets it go. */
      toggle: (id: string) => {
        const { picked } = editor.store.get()
        editor.pick(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id])
        show({ side: 'step' })
      },
      comment,
      add,
      remove,
      undo: () => travel('undo'),
      redo: () => travel('redo'),
      connect: (way: Way, to: string | null) => editor.edit((definition) => connect(definition, way, to)),
      /** The same with the focus on the way afterwards, for what was opened there and is gone. */
      connectHere: (way: Way, to: string | null) => {
        editor.edit((definition) => connect(definition, way, to))
        editor.pick([way.from])
        show({ goal: { at: 'way', id: way.from, output: way.output } })
      },
      move: (id: string, way: Way) => editor.edit((definition) => moveOnto(definition, id, way)),
      ask: (asked: View['asked']) => show({ asked }),
      duplicate: (ids: readonly string[]) => void (ids.length > 0 && pasteSteps(clipped(ids))),
      copy: (ids: readonly string[]) => void (ids.length > 0 && copyText(clipped(ids), t('act.copied', { count: ids.length }))),
      clipped,
      paste: pasteSteps,
      /** By keys: the steps go a little to one side; what is done in a row is taken back at once. */
      nudge: (ids: readonly string[], { x, y }: Point) =>
        editor.edit(
          (definition) => {
            const places = ids.flatMap((id) => {
              const at = nodeAt(definition, id)?.position
              return at ? [[id, { x: at.x + x, y: at.y + y }] as const] : []
            })
            return moveSteps(definition, Object.fromEntries(places))
          },
          `move ${ids.join(' ')}`,
        ),
      tidy: async () => {
        const { layoutOf } = await import('../canvas/layout.ts')
        editor.edit((definition) => moveSteps(definition, layoutOf(definition)))
      },
      /** The phone, with the focus where one writes in it. */
      testFrom: (step: string | null) =>
        show({
          side: 'test',
          sheet: true,
          from: { step: step === startId ? null : step, turn: view.get().from.turn + 1 },
          ...(!fingers.matches && { goal: { at: 'phone', id: thePhone } }),
        }),
      /** The flow as a drawing or as a list; who has a step in hand has it in the other, too. */
      showAs: (shows: View['shows']) => {
        const held = stepInHand()
        show({ shows, ...(held?.by === 'step' && { look: { id: held.id }, goal: { at: 'step', id: held.id } }) })
      },
    }
  }, [editor, view, words, t])
}
export type Acts = ReturnType<typeof useActs>
