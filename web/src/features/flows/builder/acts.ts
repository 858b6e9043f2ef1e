import type { FlowNodeType } from '@chasqui/contracts'
import { useMemo } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { copyText } from '#ui/copy-text.ts'
import { say } from '#ui/toast.tsx'
import { cardWidth, freePlace } from '../canvas/card-size.ts'
import { clip, paste, readClipping } from '../editor/clipping.ts'
import { addStep, connect, moveOnto, moveSteps, nodeAt, outputsAt, type Point, putOnto, removeSteps, type Way } from '../editor/definition-edits.ts'
import { useEditor } from '../editor/editor.ts'
import { freshStepId } from '../editor/step-ids.ts'
import { startId } from '../language/outputs.ts'
import { freshStep, withOwnVariable } from '../language/step-types.ts'
import { useViewStore, type View } from './view.ts'

/** Frames after which nobody waits any more for what is to have the focus. */
const patience = 60

/** The focus goes there once it is drawn, and once the menu that it was chosen in has closed and given back its own. */
const focusWhenFree = (selector: string, frames = patience): void =>
  void requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector)
    if (frames > 0 && (!element || document.querySelector('[role=menu]'))) focusWhenFree(selector, frames - 1)
    else requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus()))
  })

/** Everything that people do with a flow, whether by mouse, by key or in the outline. */
export const useActs = () => {
  const editor = useEditor()
  const view = useViewStore()
  const { t } = useTexts('flows')
  return useMemo(() => {
    const show = (part: Partial<View>) => view.set({ ...view.get(), ...part })
    const look = (id: string, focus = true) => show({ look: { id, focus } })
    const open = (id: string) => {
      editor.pick([id])
      show({ side: 'step', sheet: true })
    }
    const placeBeside = (way: Way | null): Point => {
      const definition = editor.definition()
      const from = way ? nodeAt(definition, way.from === startId ? definition.start : way.from) : undefined
      if (way && from?.position && way.from !== startId) {
        const row = Math.max(
          0,
          outputsAt(definition, way.from).findIndex(({ id }) => id === way.output),
        )
        return { x: from.position.x + cardWidth + 110, y: from.position.y + row * 40 }
      }
      const rightmost = Object.values(definition.nodes).reduce((most, { position }) => Math.max(most, position?.x ?? 0), -cardWidth)
      return { x: rightmost + cardWidth + 110, y: from?.position?.y ?? 0 }
    }
    /** Opens a step where something can be said about it. */
    const comment = (id: string) => {
      open(id)
      focusWhenFree('[data-step-comment] textarea')
    }
    /** A new step, onto an output where one is named. Answers its id. */
    const add = (type: FlowNodeType, { way = null, at }: { way?: Way | null; at?: Point | undefined } = {}): string => {
      const definition = editor.definition()
      const id = freshStepId(definition, { type })
      const start = nodeAt(definition, definition.start) ? definition.start : id
      const fresh = freshStep(type, start, (number) => t('fresh.option', { number }))
      const node = withOwnVariable(fresh, t('fresh.variable'))
      const placed = { ...node, position: freePlace(definition, node, at ?? placeBeside(way)) }
      editor.edit((flow) => {
        const added = addStep(flow, id, placed)
        return way ? putOnto(added, way, id) : added
      })
      open(id)
      look(id, false)
      return id
    }
    const remove = (ids: readonly string[]) => {
      const steps = ids.filter((id) => id !== startId)
      if (steps.length === 0) return
      editor.edit((definition) => removeSteps(definition, steps))
      say(t('act.removed', { count: steps.length }), { label: t('act.undo'), run: editor.undo })
    }
    const pasteSteps = (text: string, at?: Point): boolean => {
      const clipping = readClipping(text)
      if (!clipping) return false
      const { definition, ids } = paste(editor.definition(), clipping, (node) => freshStepId(editor.definition(), node), at)
      editor.edit(() => definition)
      editor.pick(ids)
      if (ids[0]) look(ids[0])
      return true
    }
    const clipped = (ids: readonly string[]) => JSON.stringify(clip(editor.definition(), ids), null, 2)
    return {
      show,
      look,
      open,
      /** Picks a step beside those that are picked, or lets it go. */
      toggle: (id: string) => {
        const { picked } = editor.store.get()
        editor.pick(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id])
        show({ side: 'step' })
      },
      comment,
      add,
      remove,
      connect: (way: Way, to: string | null) => editor.edit((definition) => connect(definition, way, to)),
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
      testFrom: (step: string | null) => show({ side: 'test', sheet: true, from: { step: step === startId ? null : step, turn: view.get().from.turn + 1 } }),
    }
  }, [editor, view, t])
}
export type Acts = ReturnType<typeof useActs>
