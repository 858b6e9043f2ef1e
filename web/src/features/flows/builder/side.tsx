import type { FlowEditor } from '@chasqui/contracts'
import { ClipboardCopy, Copy, Trash2, X } from 'lucide-react'
import { type KeyboardEvent, memo, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { SideSheet } from '#ui/side-sheet.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { StepComments } from '../comments/step-comments.tsx'
import { useDefinition, useEditor, usePicked, usePickedOne } from '../editor/editor.ts'
import type { Limits } from '../form/limits.ts'
import { StepForm } from '../form/step-form.tsx'
import { startId } from '../language/outputs.ts'
import { useStepWords } from '../language/step-words.ts'
import { StartForm } from '../start/start-form.tsx'
import { TestDock } from '../testing/test-dock.tsx'
import { useActs } from './acts.ts'
import { useView } from './view.ts'

type SideProps = { flowId: string; limits: Limits; others: readonly FlowEditor[] }

/** What can be done with several steps at once. */
const Several = ({ picked }: { picked: readonly string[] }) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const editor = useEditor()
  const mayManage = useCan('flows.manage')
  const steps = picked.filter((id) => id !== startId)
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-sm text-fg-2">{t('side.several', { count: picked.length })}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" icon={ClipboardCopy} keys="Mod+c" onClick={() => acts.copy(steps)}>
          {t('act.copy')}
        </Button>
        {mayManage && (
          <>
            <Button size="sm" icon={Copy} keys="d" onClick={() => acts.duplicate(steps)}>
              {t('act.duplicate')}
            </Button>
            <Button size="sm" icon={Trash2} keys="Delete" onClick={() => acts.remove(steps)}>
              {t('act.remove')}
            </Button>
          </>
        )}
        <Button size="sm" icon={X} keys="Escape" onClick={() => editor.pick([])}>
          {t('keys.none')}
        </Button>
      </div>
    </div>
  )
}

/** The form of what is picked; the flow itself when nothing is. A step that a colleague is at is theirs, until somebody says that they write in it all the same. */
const Picked = ({ flowId, limits, others }: SideProps) => {
  const { t } = useTexts('flows')
  const one = usePickedOne()
  const picked = usePicked()
  const mayManage = useCan('flows.manage')
  const [allTheSame, setAllTheSame] = useState<string | null>(null)
  if (picked.length > 1) return <Several picked={picked} />
  const also = others.filter(({ stepId }) => stepId !== null && stepId === one)
  const isHeld = also.length > 0 && allTheSame !== one
  return (
    <>
      {also.length > 0 && (
        <Banner
          tone="warning"
          action={
            isHeld &&
            mayManage && (
              <Button size="sm" look="quiet" onClick={() => setAllTheSame(one)}>
                {t('presence.all_the_same')}
              </Button>
            )
          }
        >
          {t('presence.editing', { names: also.map(({ name }) => name).join(', ') })}
        </Banner>
      )}
      {one === null || one === startId ? (
        <StartForm flowId={flowId} />
      ) : (
        <fieldset disabled={isHeld} className="contents">
          <StepForm key={one} id={one} limits={limits} />
        </fieldset>
      )}
      <StepComments key={`comments ${one}`} flowId={flowId} step={one ?? startId} />
    </>
  )
}

/** From the panel to the step that it is about; where it is about none, the focus goes back to where it was. */
const useBack = () => {
  const acts = useActs()
  const editor = useEditor()
  return () => {
    const step = editor.store.get().picked.at(-1)
    if (step === undefined) acts.show({ sheet: false })
    else acts.goTo(step)
  }
}

const useTitleOfPicked = () => {
  const words = useStepWords()
  const one = usePickedOne()
  return useDefinition((definition) => words.nameOf(definition, one ?? startId))
}

const Content = (props: SideProps) => (useView((view) => view.side) === 'test' ? <TestDock flowId={props.flowId} /> : <Picked {...props} />)

/** Beside the canvas: the form of what is picked, or the phone. */
export const SidePanel = memo((props: SideProps) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const title = useTitleOfPicked()
  const side = useView((view) => view.side)
  const back = useBack()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // What hangs over the panel, as a menu, is closed by the same key.
    if (event.key !== 'Escape' || event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return
    event.preventDefault()
    back()
  }
  return (
    <aside aria-label={t('side.title')} onKeyDown={onKeyDown} className="flex w-[348px] shrink-0 flex-col border-l border-line bg-surface">
      <Tabs
        className="shrink-0 border-b border-line px-4"
        label={t('side.title')}
        value={side}
        onChange={(next) => acts.show({ side: next })}
        tabs={[
          { value: 'step', label: title.length > 24 ? `${title.slice(0, 23)}…` : title },
          { value: 'test', label: t('test.title') },
        ]}
      />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <Content {...props} />
      </div>
    </aside>
  )
})

/** The same over the page, where there is no room beside it. */
export const SideOverlay = (props: SideProps) => {
  const { t } = useTexts('flows')
  const back = useBack()
  const open = useView((view) => view.sheet)
  const side = useView((view) => view.side)
  const title = useTitleOfPicked()
  return (
    <SideSheet open={open} onClose={back} title={side === 'test' ? t('test.title') : title}>
      <Content {...props} />
    </SideSheet>
  )
}
