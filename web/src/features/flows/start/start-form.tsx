import type { FlowDefinition } from '@chasqui/contracts'
import { Play } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { useActs } from '../builder/acts.ts'
import { useDefinition } from '../editor/editor.ts'
import { useFirstField } from '../form/first-field.ts'
import { WayField } from '../form/ways.tsx'
import { entriesOf, startId } from '../language/outputs.ts'
import { AlwaysWords } from './always-words.tsx'
import { BesideOthers } from './beside-others.tsx'
import { Handlers } from './handlers.tsx'
import { OnceField } from './once-field.tsx'
import { Triggers } from './triggers.tsx'

const startOf = (definition: FlowDefinition) => entriesOf(definition).find(({ id }) => id === 'start')!

/** What belongs to no step: when the flow begins and with which step, the words that work at every step, and what happens where a step does not say it. */
export const StartForm = ({ flowId }: { flowId: string }) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const mayManage = useCan('flows.manage')
  const next = useDefinition((definition) => startOf(definition).next)
  const open = useDefinition((definition) => startOf(definition).open)
  const form = useFirstField(startId)
  return (
    <form ref={form} data-step-form={startId} data-own-keys noValidate onSubmit={(event) => event.preventDefault()} className="flex flex-col gap-6 p-4">
      <fieldset disabled={!mayManage} className="contents">
        <Triggers flowId={flowId} />
        <OnceField />
        <BesideOthers flowId={flowId} />
        <WayField id={startId} output={{ id: 'start', next, open, mustLead: true }} label={t('start.first_step')} />
        <AlwaysWords />
        <Handlers />
      </fieldset>
      <Button size="sm" icon={Play} className="self-start" onClick={() => acts.testFrom(null)}>
        {t('act.test_from')}
      </Button>
    </form>
  )
}
