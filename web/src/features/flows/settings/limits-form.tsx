import type { FlowLimits } from '@chasqui/contracts'
import { flowLimitRoutes } from '@chasqui/contracts/http/flow-limits'
import { usualLimits } from '@chasqui/flow/safety/limits'
import { RotateCcw } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { call, keyOf } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { SaveBar } from '#ui/save-bar.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say } from '#ui/toast.tsx'
import { problemWords } from '../problem-words.ts'

type Count = Exclude<keyof FlowLimits, 'botLoops'>
/** As it is typed, until it is a number. */
type Draft = Record<Count, string> & Pick<FlowLimits, 'botLoops'>

const groups = [
  { hint: 'limits.turns_hint', keys: ['turnsPerHour', 'turnsPerDay'] },
  { hint: 'limits.messages_hint', keys: ['messagesPerHour', 'messagesPerDay'] },
] as const satisfies { hint: string; keys: Count[] }[]
const most = 1_000_000

const draftOf = (limits: FlowLimits): Draft => ({
  turnsPerHour: String(limits.turnsPerHour),
  turnsPerDay: String(limits.turnsPerDay),
  messagesPerHour: String(limits.messagesPerHour),
  messagesPerDay: String(limits.messagesPerDay),
  botLoops: limits.botLoops,
})
const isCount = (text: string) => /^\d{1,7}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most
const limitsOf = ({ botLoops, ...counts }: Draft): FlowLimits => ({
  turnsPerHour: Number(counts.turnsPerHour),
  turnsPerDay: Number(counts.turnsPerDay),
  messagesPerHour: Number(counts.messagesPerHour),
  messagesPerDay: Number(counts.messagesPerDay),
  botLoops,
})
const alike = (one: Draft, other: Draft) => JSON.stringify(one) === JSON.stringify(other)

/** How much flows may do in one conversation, saved as a whole. */
export const LimitsForm = ({ stored }: { stored: FlowLimits }) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const [form, heading] = [useId(), useId()]
  const [base, setBase] = useState(() => draftOf(stored))
  const [draft, setDraft] = useState(base)
  const { busy, problem, run } = useAct()
  const usual = draftOf(usualLimits)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (groups.some(({ keys }) => keys.some((key) => !isCount(draft[key])))) return
    void run(async () => {
      const saved = await call(flowLimitRoutes.update, { body: limitsOf(draft) })
      queryClient.setQueryData(keyOf(flowLimitRoutes.read), saved)
      setBase(draftOf(saved))
      setDraft(draftOf(saved))
      say(t('limits.saved'))
    })
  }
  return (
    <>
      <form id={form} onSubmit={submit} noValidate aria-labelledby={heading} className="mt-4">
        <Card className="flex flex-col gap-4">
          <div className="flex flex-wrap items-start gap-2">
            <div className="min-w-52 flex-1">
              <h2 id={heading} className="text-md font-semibold">
                {t('limits.title')}
              </h2>
              <p className="text-sm text-fg-2">{t('limits.hint')}</p>
            </div>
            <Button icon={RotateCcw} disabled={alike(draft, usual)} onClick={() => setDraft(usual)}>
              {t('limits.reset')}
            </Button>
          </div>
          {groups.map(({ hint, keys }) => (
            <div key={hint}>
              <p className="mb-2 text-sm text-fg-2">{t(hint)}</p>
              <div className="grid gap-3 tablet:grid-cols-2">
                {keys.map((key) => (
                  <TextField
                    key={key}
                    label={t(`limits.${key}`)}
                    hint={t('limits.usual', { number: format.number(usualLimits[key]) })}
                    inputMode="numeric"
                    autoComplete="off"
                    value={draft[key]}
                    maxLength={9}
                    error={isCount(draft[key]) ? null : t('limits.wrong', { most: format.number(most) })}
                    onChange={({ target }) => setDraft((before) => ({ ...before, [key]: target.value.trim() }))}
                  />
                ))}
              </div>
            </div>
          ))}
          <Switch
            label={t('limits.botLoops')}
            hint={t('limits.botLoops_hint')}
            checked={draft.botLoops}
            onChange={(botLoops) => setDraft((before) => ({ ...before, botLoops }))}
          />
        </Card>
      </form>
      <SaveBar form={form} dirty={!alike(draft, base)} busy={busy} refusal={problem && problemWords(problem)} onDiscard={() => setDraft(base)} />
    </>
  )
}
