import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { outputsAt, type Way } from '../editor/definition-edits.ts'
import { type Editor, useEditor, usePicked } from '../editor/editor.ts'
import { wayOn } from '../editor/way-on.ts'
import { startId } from '../language/outputs.ts'
import { useActs } from './acts.ts'

/** The way out that has the focus. */
const wayInHand = (): Way | null => {
  const held = document.activeElement?.closest<HTMLElement>('[data-way]')?.dataset
  return held?.['way'] !== undefined && held['from'] !== undefined ? { from: held['from'], output: held['way'] } : null
}

/** What keys are about: the step that has the focus; all that are picked, if it is one of them or none has it. */
export const stepsMeant = (editor: Editor): readonly string[] => {
  const { picked } = editor.store.get()
  const held = wayInHand()?.from ?? document.activeElement?.closest<HTMLElement>('[data-step]')?.dataset['step']
  return held === undefined || picked.includes(held) ? picked : [held]
}

/** For a way out that is picked by itself, as its line can be on the canvas. */
type Line = { picked: () => Way | null; remove: () => void }
const noLine: Line = { picked: () => null, remove: () => undefined }

/** What can be done by keys with the steps that are meant, drawn or listed, or with a line that is picked. */
export const useStepKeys = (line: Line = noLine) => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const acts = useActs()
  const picked = usePicked()
  const mayManage = useCan('flows.manage')
  const steps = () => stepsMeant(editor).filter((id) => id !== startId)
  const one = () => {
    const meant = stepsMeant(editor)
    return meant.length === 1 ? meant[0]! : null
  }
  const addAfter = () => {
    const id = one() ?? (stepsMeant(editor).length === 0 ? startId : null)
    const way = line.picked() ?? wayInHand() ?? (id === null ? null : wayOn(editor.definition(), id))
    acts.ask({ what: 'connect', way: way ?? { from: '', output: '' } })
  }
  const remove = () => {
    if (line.picked()) return line.remove()
    const way = wayInHand()
    if (way === null) return acts.remove(steps())
    const output = outputsAt(editor.definition(), way.from).find(({ id }) => id === way.output)
    if (output?.next && !output.mustLead) acts.connectHere(way, null)
  }
  const move = () => {
    const id = one()
    if (id !== null && id !== startId) acts.ask({ what: 'move', id })
  }
  useShortcuts('flow', {
    add: { keys: 'a', label: t('keys.add'), when: mayManage, run: addAfter },
    move: { keys: 'm', label: t('keys.move'), when: mayManage, run: move },
    comment: { keys: 'c', label: t('keys.comment'), when: mayManage, run: () => acts.comment(one() ?? startId) },
    duplicate: { keys: 'd', label: t('keys.duplicate'), when: mayManage, run: () => acts.duplicate(steps()) },
    remove: { keys: 'Delete|Backspace', label: t('keys.remove'), when: mayManage, run: remove },
    all: { keys: 'Mod+a', label: t('keys.all'), run: () => editor.pick(Object.keys(editor.definition().nodes)) },
    none: { keys: 'Escape', label: t('keys.none'), when: picked.length > 0, run: () => editor.pick([]) },
    back: { keys: 'Escape', label: t('keys.back'), native: true, run: () => undefined },
    copy: { keys: 'Mod+c', label: t('act.copy'), native: true, run: () => undefined },
    cut: { keys: 'Mod+x', label: t('keys.cut'), when: mayManage, native: true, run: () => undefined },
    paste: { keys: 'Mod+v', label: t('act.paste'), when: mayManage, native: true, run: () => undefined },
  })
}
