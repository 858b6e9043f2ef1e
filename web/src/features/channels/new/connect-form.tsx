import { type FormEvent, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/form-section.tsx'
import { NameField } from '#ui/name-field.tsx'
import { FlowField } from '../channel/answering.tsx'
import { KnownCause, useChecks } from '../channel/checks.tsx'
import { chosenIn, enteredOf, WhomField } from '../channel/whom-field.tsx'
import { problemWords } from '../data/problem-words.ts'
import { blank, isMissing, KindFields } from '../kinds/kind-fields.tsx'
import { type KindForm, useWords } from '../kinds/kind.ts'
import { useConnecting } from './use-connecting.ts'

/** What the vendor had against the account, in words and in its own. */
const Refused = ({ channelId, said, form }: { channelId: string; said: string | null; form: KindForm }) => {
  const { t } = useTexts('channels')
  const { data } = useChecks(channelId)
  const code = data?.items.find(({ check }) => check === 'credentials')?.error?.code
  return (
    <Banner tone="danger" className="rounded-control px-3">
      {code ? <KnownCause code={code} form={form} /> : t('new_page.refused')}
      {said && (
        <span className="block text-xs">
          {t('checks.says')} <q lang="en">{said}</q>
        </span>
      )}
    </Banner>
  )
}

/** What a kind asks for, where it is found, and who is to answer. */
export const ConnectForm = ({ form }: { form: KindForm }) => {
  const { t } = useTexts('channels')
  const words = useWords(form)
  const [name, setName] = useState('')
  const [entered, setEntered] = useState(() => blank(words.fields))
  const [flowId, setFlowId] = useState<string | null>(null)
  // What is linked at a risk may be somebody's own number: it surprises no relative.
  const [whom, setWhom] = useState(() => enteredOf({ to: words.risk === null ? 'everyone' : 'nobody' }))
  const [tried, setTried] = useState(false)
  const [accepted, setAccepted] = useState(words.risk === null)
  const { busy, problem, refused, connect } = useConnecting(form)
  const steps = t(words.fields.some(({ choices }) => !choices) ? 'new_page.where' : 'new_page.how')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const answers = chosenIn(whom)
    if (name.trim() && accepted && answers && !words.fields.some((field) => isMissing(field, entered)))
      void connect({ name: name.trim(), settings: entered, flowId, answers })
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4 laptop:grid-cols-[minmax(0,1fr)_340px]">
      <div className="flex min-w-0 flex-col gap-4">
        <Section title={t('new_page.account')}>
          <NameField
            label={t('name.label')}
            hint={t('name.hint')}
            maxLength={200}
            value={name}
            onChange={setName}
            tried={tried}
            missing={t('missing')}
            error={problem?.fieldErrors['name'] ? t('problem.name') : null}
          />
          <KindFields words={words} fields={words.fields} entered={entered} tried={tried} problem={problem} onChange={setEntered} />
        </Section>
        <Section title={t('answer.title')}>
          <WhomField kind={form.kind} entered={whom} disabled={busy} tried={tried} wrong={problem?.fieldErrors ?? {}} onChange={setWhom} />
          <FlowField flowId={flowId} disabled={busy} error={problem?.fieldErrors['flowId'] ? t('problem.flow') : null} onChange={setFlowId} />
        </Section>
        {words.risk && (
          <div>
            <label className="flex cursor-pointer items-start gap-2.5 text-base">
              <input
                type="checkbox"
                className="mt-1 size-4 shrink-0 accent-primary"
                checked={accepted}
                aria-invalid={tried && !accepted}
                onChange={() => setAccepted(!accepted)}
              />
              <span>{words.risk}</span>
            </label>
            {tried && !accepted && (
              <p role="alert" className="mt-1 pl-6.5 text-sm text-danger">
                {t('new_page.risk_missing')}
              </p>
            )}
          </div>
        )}
        {refused && !busy && !problem && <Refused channelId={refused.id} said={refused.stateDetail} form={form} />}
        {problem && (
          <Banner tone="danger" className="rounded-control px-3">
            {Object.keys(problem.fieldErrors).length > 0 ? t('problem.fields') : problemWords(problem)}
          </Banner>
        )}
        <Button look="solid" type="submit" busy={busy} className="max-tablet:w-full tablet:self-end">
          {t(busy ? 'new_page.connecting' : 'new_page.connect')}
        </Button>
      </div>
      <aside aria-label={steps} className="max-laptop:order-first">
        <Section title={steps}>
          <ol className="flex list-decimal flex-col gap-2 pl-5 text-sm text-fg-2">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Section>
      </aside>
    </form>
  )
}
