import type { SignInAccount, SignInKind } from '@chasqui/contracts'
import { channelSignInRoutes } from '@chasqui/contracts/http/channel-sign-ins'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { KeyRound, SearchX } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { asked, call } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/form-section.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { FlowField } from '../channel/answering.tsx'
import { chosenIn, enteredOf, WhomField } from '../channel/whom-field.tsx'
import { problemWords } from '../data/problem-words.ts'
import { Refusal } from '../data/refusal.tsx'
import { readChannelsAgain } from '../data/use-channels.ts'
import { AccountChoice } from './account-choice.tsx'
import { BeginButton } from './begin-button.tsx'

/** From so many on one looks for a page rather than at all of them. */
const many = 7

const plain = (words: string) => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

type Props = { kind: SignInKind; reference: string }

const Accounts = ({ kind, reference, accounts, more }: Props & { accounts: readonly SignInAccount[]; more: boolean }) => {
  const { t } = useTexts('channels')
  const tenant = useTenant()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<string | null>(null)
  const [sought, setSought] = useState('')
  const [flowId, setFlowId] = useState<string | null>(null)
  const [whom, setWhom] = useState(() => enteredOf({ to: 'everyone' }))
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct()
  // What is chosen stays in sight, whatever else is looked for.
  const found = accounts.filter(({ account, name, handle }) => account === chosen || plain(`${name} ${handle ?? ''}`).includes(plain(sought.trim())))
  // One that is a channel already answers as somebody chose on its page.
  const isNew = accounts.some(({ account, channel }) => account === chosen && channel === null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const answers = chosenIn(whom)
    if (chosen === null || answers === null) return
    void run(async () => {
      const channel = await call(channelSignInRoutes.connect, { params: { reference }, body: { account: chosen, ...(isNew && { flowId, answers }) } })
      await readChannelsAgain()
      await navigate({ to: '/a/$tenant/channels/$channelId', params: { tenant: tenant.slug, channelId: channel.id }, replace: true })
    })
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Section title={t('sign_in.choose')} hint={t(`sign_in.choose_hint.${kind}`)}>
        {(accounts.length >= many || sought) && (
          <TextField className="max-w-sm" label={t('sign_in.filter')} type="search" value={sought} onChange={({ target }) => setSought(target.value)} />
        )}
        {found.length > 0 ? (
          <fieldset className="min-w-0">
            <legend className="sr-only">{t('sign_in.choose')}</legend>
            <ul className="divide-y divide-line">
              {found.map((account) => (
                <AccountChoice
                  key={account.account}
                  account={account}
                  chosen={chosen === account.account}
                  disabled={busy}
                  onChoose={() => setChosen(account.account)}
                />
              ))}
            </ul>
          </fieldset>
        ) : (
          <EmptyState icon={SearchX} title={t('sign_in.none_found')} action={<Button onClick={() => setSought('')}>{t('list.clear')}</Button>} />
        )}
        {tried && chosen === null && (
          <p role="alert" className="text-sm text-danger">
            {t('sign_in.missing')}
          </p>
        )}
      </Section>
      {isNew && (
        <Section title={t('answer.title')}>
          <WhomField kind={kind} entered={whom} disabled={busy} tried={tried} wrong={problem?.fieldErrors ?? {}} onChange={setWhom} />
          <FlowField flowId={flowId} disabled={busy} error={problem?.fieldErrors['flowId'] ? t('problem.flow') : null} onChange={setFlowId} />
        </Section>
      )}
      <Refusal problem={problem} />
      <Button look="solid" type="submit" busy={busy} className="max-tablet:w-full tablet:self-end">
        {t(busy ? 'new_page.connecting' : 'new_page.connect')}
      </Button>
      <Section title={t('sign_in.absent')} hint={t(more ? 'sign_in.more' : 'sign_in.absent_hint')}>
        <BeginButton kind={kind} label={t('sign_in.again')} look="outline" />
      </Section>
    </form>
  )
}

/** Back from Facebook: which of one's pages is to be connected. What can go wrong here ends in going there again, or in reading once more. */
export const ChooseAccount = ({ kind, reference }: Props) => {
  const { t } = useTexts('channels')
  const { data, error, refetch } = useQuery(asked(channelSignInRoutes.accounts, { params: { reference } }))
  if (data && data.items.length > 0) return <Accounts kind={kind} reference={reference} accounts={data.items} more={data.more} />
  if (data)
    return (
      <EmptyState icon={SearchX} title={t('sign_in.empty')} action={<BeginButton kind={kind} label={t('sign_in.again')} />}>
        {t('sign_in.empty_hint')}
      </EmptyState>
    )
  if (isProblem(error) && (error.status === 404 || error.code === 'channel.sign_in_refused'))
    return (
      <EmptyState icon={KeyRound} title={problemWords(error)} action={<BeginButton kind={kind} label={t('sign_in.continue')} />}>
        {t('sign_in.over_hint')}
      </EmptyState>
    )
  if (error) return <ErrorState title={isProblem(error) ? problemWords(error) : t('sign_in.failed')} error={error} onRetry={() => void refetch()} />
  return (
    <Loading label={t('loading')} className="flex flex-col gap-3">
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-14" />
      ))}
    </Loading>
  )
}
