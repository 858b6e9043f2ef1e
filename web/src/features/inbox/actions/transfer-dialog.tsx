import type { Conversation } from '@chasqui/contracts'
import { type FormEvent, useId, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { why } from './change.ts'
import { ChoiceList } from './choice-list.tsx'
import { transfer } from './transfer-acts.ts'
import { kinds, useTargets } from './use-targets.tsx'

/** To a person, a queue, a campaign or a flow, with what they should know. */
export const TransferDialog = ({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) => {
  const { t } = useTexts('inbox')
  const form = useId()
  const targets = useTargets(conversation)
  const [kind, setKind] = useState<(typeof kinds)[number]>('userId')
  const [chosen, setChosen] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const { busy, problem, run } = useAct()
  const options = targets[kind]
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const words = (name: string) => String(given.get(name) ?? '').trim()
    const option = options.find(({ value }) => value === chosen)
    setMissing(!option)
    if (!option) return
    void run(async () => {
      await transfer(conversation, { kind, id: option.value, name: option.label }, { note: words('note'), summary: words('summary') })
      onClose()
    })
  }
  return (
    <ActDialog
      title={t('transfer.title')}
      verb={t('transfer.verb')}
      busy={busy}
      does={form}
      refusal={missing ? t('transfer.choose') : problem && why(problem)}
      onClose={onClose}
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Segmented
          label={t('transfer.to')}
          value={kind}
          onChange={(next) => (setKind(next), setChosen(null))}
          options={kinds.filter((one) => targets[one].length > 0 || one === kind).map((value) => ({ value, label: t(`transfer.${value}`) }))}
          className="max-w-full self-start overflow-x-auto"
        />
        {options.length === 0 ? (
          <p className="text-sm text-fg-2">{t('transfer.nobody')}</p>
        ) : (
          <ChoiceList
            key={kind}
            label={t(`transfer.${kind}`)}
            search={t('assign.search')}
            onChoose={(value) => (setChosen(value), setMissing(false))}
            options={options.map((option) => ({ ...option, selected: option.value === chosen }))}
          />
        )}
        <TextArea name="note" label={t('transfer.note')} hint={t('transfer.note_hint')} optional={t('new.optional')} rows={2} maxLength={2000} />
        <TextArea name="summary" label={t('transfer.summary')} hint={t('transfer.summary_hint')} optional={t('new.optional')} rows={2} maxLength={2000} />
      </form>
    </ActDialog>
  )
}
