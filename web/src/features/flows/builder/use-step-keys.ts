import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { useEditor, usePicked } from '../editor/editor.ts'
import { outputsAt, type Way } from '../editor/definition-edits.ts'
import { startId } from '../language/outputs.ts'
import { useActs } from './acts.ts'

/** The first way out of a step that leads nowhere yet, else its first. */
const wayFrom = (outputs: ReturnType<typeof outputsAt>, from: string): Way | null => {
  const first = from === startId ? outputs[0] : (outputs.find(({ next }) => next === null) ?? outputs[0])
  return first ? { from, output: first.id } : null
}

/** What can be done by keys with the steps that are picked, drawn or listed. `remove`: where something else than a step may be picked, too. */
export const useStepKeys = ({ remove, mayRemove = false }: { remove?: () => void; mayRemove?: boolean } = {}) => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const acts = useActs()
  const picked = usePicked()
  const mayManage = useCan('flows.manage')
  const some = picked.length > 0
  const one = picked.length === 1 ? picked[0]! : startId
  const addAfter = () => {
    const way = picked.length === 1 ? wayFrom(outputsAt(editor.definition(), one), one) : null
    acts.ask({ what: 'connect', way: way ?? { from: '', output: '' } })
  }
  useShortcuts('flow', {
    add: { keys: 'a', label: t('keys.add'), when: mayManage, run: addAfter },
    comment: { keys: 'c', label: t('keys.comment'), when: mayManage, run: () => acts.comment(one) },
    duplicate: { keys: 'd', label: t('keys.duplicate'), when: mayManage && some, run: () => acts.duplicate(picked.filter((id) => id !== startId)) },
    remove: { keys: 'Delete|Backspace', label: t('keys.remove'), when: mayManage && (some || mayRemove), run: remove ?? (() => acts.remove(picked)) },
    all: { keys: 'Mod+a', label: t('keys.all'), run: () => editor.pick(Object.keys(editor.definition().nodes)) },
    none: { keys: 'Escape', label: t('keys.none'), when: some, run: () => editor.pick([]) },
    copy: { keys: 'Mod+c', label: t('act.copy'), native: true, run: () => undefined },
    cut: { keys: 'Mod+x', label: t('keys.cut'), when: mayManage, native: true, run: () => undefined },
    paste: { keys: 'Mod+v', label: t('act.paste'), when: mayManage, native: true, run: () => undefined },
  })
}
