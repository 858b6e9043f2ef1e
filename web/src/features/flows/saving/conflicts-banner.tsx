import type { FlowNode } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useStore } from '#lib/store.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { useActs } from '../builder/acts.ts'
import { removeSteps } from '../editor/definition-edits.ts'
import { useStepWords } from '../language/step-words.ts'
import type { Autosave } from './autosave.ts'

/** Steps that somebody else changed, too: one's own stays unless one takes the other's. */
export const ConflictsBanner = ({ saving }: { saving: Autosave }) => {
  const { t } = useTexts('flows')
  const conflicts = useStore(saving.conflicts)
  const words = useStepWords()
  const acts = useActs()
  const settle = (id: string) => {
    const { [id]: _, ...left } = saving.conflicts.get()
    saving.conflicts.set(left)
  }
  const takeTheirs = (id: string, theirs: FlowNode | null) => {
    saving.editor.edit((definition) => (theirs ? { ...definition, nodes: { ...definition.nodes, [id]: theirs } } : removeSteps(definition, [id])))
    settle(id)
  }
  return Object.entries(conflicts).map(([id, theirs]) => {
    const name = theirs ? words.title(theirs) : words.nameOf(saving.definition(), id)
    return (
      <Banner
        key={id}
        tone="warning"
        action={
          <>
            <Button size="sm" look="quiet" onClick={() => acts.open(id)}>
              {t('problems.go')}
            </Button>
            <Button size="sm" look="quiet" onClick={() => takeTheirs(id, theirs)}>
              {t(theirs ? 'conflict.take' : 'conflict.take_removal')}
            </Button>
            <Button size="sm" look="quiet" onClick={() => settle(id)}>
              {t('conflict.keep')}
            </Button>
          </>
        }
      >
        {t(theirs ? 'conflict.changed' : 'conflict.removed', { name })}
      </Banner>
    )
  })
}
