import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { useActs } from '../builder/acts.ts'
import { fingers } from '../builder/fingers.ts'
import { type Asked, useView } from '../builder/view.ts'
import { outputsAt } from '../editor/definition-edits.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'
import { useStepWords } from '../language/step-words.ts'
import { likelySteps } from './likely-steps.ts'
import { StepList } from './step-list.tsx'

type OfAsked<What extends Asked['what']> = { asked: Extract<Asked, { what: What }>; onClose: () => void }

/** Fingers choose from the list, which a keyboard on the screen would hide. */
const begins = () => (fingers.matches ? 'panel' : 'field')

/** Where an output leads: to a new step, to one that is there, or nowhere. */
const Connect = ({ asked: { way, at }, onClose }: OfAsked<'connect'>) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const words = useStepWords()
  const definition = useDefinition((flow) => flow)
  const output = outputsAt(definition, way.from).find(({ id }) => id === way.output)
  const done = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Dialog
      open
      begins={begins()}
      onClose={onClose}
      description={
        output?.next
          ? t('choose.leads', { step: words.nameOf(definition, output.next) })
          : !output && Object.keys(definition.nodes).length > 0
            ? t('choose.loose')
            : undefined
      }
      title={
        output ? t('choose.title', { step: words.nameOf(definition, way.from), output: words.outputNameAt(definition, way.from, output) }) : t('choose.add')
      }
    >
      <StepList
        steps={output ? likelySteps(definition, way) : []}
        onNew={(type) => done(() => acts.add(type, { way: output ? way : null, at }))()}
        onStep={(id) => done(() => acts.connectHere(way, id))()}
        onNone={!output?.next || output.mustLead ? undefined : done(() => acts.connectHere(way, null))}
        {...(output && { ends: words.openName(output) })}
      />
    </Dialog>
  )
}

/** A step by its name or words. */
const Find = ({ onClose }: OfAsked<'find'>) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const editor = useEditor()
  const find = (id: string) => {
    onClose()
    editor.pick([id])
    acts.goTo(id)
  }
  return (
    <Dialog open begins={begins()} onClose={onClose} title={t('find.title')}>
      <StepList steps={Object.keys(editor.definition().nodes)} onStep={find} />
    </Dialog>
  )
}

/** After which step another one comes: first the step, then which of its outputs, if it has several. */
const Move = ({ asked: { id }, onClose }: OfAsked<'move'>) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const editor = useEditor()
  const words = useStepWords()
  const [after, setAfter] = useState<string | null>(null)
  const outputs = after === null ? [] : outputsAt(editor.definition(), after)
  const put = (from: string, output: string) => {
    onClose()
    acts.move(id, { from, output })
    editor.pick([id])
    acts.goTo(id)
  }
  const choose = (from: string) => {
    const ways = outputsAt(editor.definition(), from)
    if (ways.length === 1) put(from, ways[0]!.id)
    else setAfter(from)
  }
  return (
    <Dialog open begins={begins()} onClose={onClose} title={t('move.title', { step: words.nameOf(editor.definition(), id) })} description={t('move.hint')}>
      {after === null ? (
        <StepList steps={Object.keys(editor.definition().nodes).filter((other) => other !== id)} onStep={choose} />
      ) : (
        <div className="flex flex-col gap-2">
          <Button look="quiet" size="sm" icon={ChevronLeft} className="self-start" onClick={() => setAfter(null)}>
            {words.nameOf(editor.definition(), after)}
          </Button>
          {outputs.length === 0 && <p className="text-sm text-fg-2">{t('move.ends')}</p>}
          {outputs.map((output) => (
            <Button key={output.id} wide onClick={() => put(after, output.id)}>
              {words.outputNameAt(editor.definition(), after, output)}
            </Button>
          ))}
        </div>
      )}
    </Dialog>
  )
}

/** The dialogs in which a step is chosen. */
export const ChooseDialogs = () => {
  const asked = useView((view) => view.asked)
  const { ask } = useActs()
  const close = () => ask(null)
  if (asked?.what === 'connect') return <Connect asked={asked} onClose={close} />
  if (asked?.what === 'find') return <Find asked={asked} onClose={close} />
  return asked?.what === 'move' ? <Move key={asked.id} asked={asked} onClose={close} /> : null
}
