import type { FlowTrigger } from '@chasqui/contracts'
import { Plus } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { editFlow } from '../editor/definition-edits.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'
import { iconOf } from '../language/step-icons.ts'
import { freshTrigger, offeredTriggers, triggerIconOf } from '../language/trigger-types.ts'
import { useTriggerWords } from '../language/trigger-words.ts'
import { TriggerCard } from './trigger-card.tsx'

const mostTriggers = 20

const moved = (triggers: readonly FlowTrigger[], from: number, to: number): FlowTrigger[] => {
  const others = triggers.filter((_, index) => index !== from)
  return [...others.slice(0, to), triggers[from]!, ...others.slice(to)]
}

/** All that the flow begins with. */
export const Triggers = ({ flowId }: { flowId: string }) => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const words = useTriggerWords()
  const triggers = useDefinition((definition) => definition.triggers)
  const set = (next: FlowTrigger[], mark: string | null = null) => editor.edit((definition) => editFlow(definition, { triggers: next }), mark)
  const firstHook = triggers.findIndex(({ type }) => type === 'webhook')
  return (
    <fieldset data-field="triggers" className="flex flex-col gap-3">
      <legend className="mb-1 text-sm font-semibold">{t('start.triggers')}</legend>
      {/* Of one alone there is no order to tell. */}
      {triggers.length !== 1 && <p className="text-xs text-fg-3">{t(triggers.length === 0 ? 'start.never_hint' : 'start.triggers_hint')}</p>}
      {triggers.map((trigger, index) => (
        <TriggerCard
          // The same type in the same place is the same form; another one begins anew.
          key={`${index} ${trigger.type}`}
          flowId={flowId}
          trigger={trigger}
          index={index}
          count={triggers.length}
          hook={index === firstHook}
          onChange={(next, mark) =>
            set(
              triggers.map((one, at) => (at === index ? next : one)),
              mark,
            )
          }
          onMove={(to) => set(moved(triggers, index, to))}
          onRemove={() => set(triggers.filter((_, at) => at !== index))}
        />
      ))}
      <div className="self-start">
        <Menu
          align="start"
          label={t('start.add_trigger')}
          trigger={
            <Button icon={Plus} size="sm" disabled={triggers.length >= mostTriggers}>
              {t('start.add_trigger')}
            </Button>
          }
        >
          {offeredTriggers.map((type) => (
            <MenuItem key={type} icon={iconOf(triggerIconOf(type))} onSelect={() => set([...triggers, freshTrigger(type)])}>
              {words.typeName(type)}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </fieldset>
  )
}
