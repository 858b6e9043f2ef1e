import { Link, useSearch } from '@tanstack/react-router'
import { ArrowLeft, CloudOff } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { useOfferedForms } from './data/use-offered-forms.ts'
import { type KindForm, useWords } from './kinds/kind.ts'
import { ConnectForm } from './new/connect-form.tsx'
import { Methods } from './new/methods.tsx'
import { ChooseAccount } from './sign-in/choose-account.tsx'
import { TwoWays } from './sign-in/two-ways.tsx'
import { signInKind } from './sign-in/use-beginning.ts'

const Head = ({ form }: { form: KindForm | null }) => {
  const { t } = useTexts('channels')
  const tenant = useTenant()
  const params = { tenant: tenant.slug }
  const look = 'grid size-9 shrink-0 place-items-center rounded-control text-fg-2 hover:bg-surface-2 touch:size-11'
  return (
    <div className="flex items-center gap-2">
      {form ? (
        <Link to="/a/$tenant/channels/new" params={params} aria-label={t('new_page.back')} className={look}>
          <ArrowLeft size={18} strokeWidth={1.75} aria-hidden />
        </Link>
      ) : (
        <Link to="/a/$tenant/channels" params={params} aria-label={t('back')} className={look}>
          <ArrowLeft size={18} strokeWidth={1.75} aria-hidden />
        </Link>
      )}
      {form ? (
        <Title form={form} />
      ) : (
        <div className="min-w-0 flex-1">
          <h1 className="text-xl font-semibold">{t('new_page.title')}</h1>
          <p className="text-sm text-fg-2">{t('new_page.subtitle')}</p>
        </div>
      )}
    </div>
  )
}
const Title = ({ form }: { form: KindForm }) => {
  const { title, summary } = useWords(form)
  return (
    <div className="min-w-0 flex-1">
      <h1 className="text-xl font-semibold">{title}</h1>
      <p className="text-sm text-fg-2">{summary}</p>
    </div>
  )
}

/** By signing in at the vendor where that is known of the kind, or by what its form asks for. */
const Connect = ({ form, offer }: { form: KindForm; offer: 'offered' | 'not_set_up' | undefined }) => {
  const { signIn } = useSearch({ from: '/a/$tenant/channels/new' })
  const kind = signInKind(form.kind)
  if (!kind || !offer) return <ConnectForm form={form} />
  if (offer === 'offered' && signIn) return <ChooseAccount kind={kind} reference={signIn} />
  return <TwoWays kind={kind} offered={offer === 'offered'} form={<ConnectForm form={form} />} />
}

/** Connecting: which way, and then what it asks for. Only ways that this installation has are offered. */
export const NewChannelPage = () => {
  const { t } = useTexts('channels')
  const { type } = useSearch({ from: '/a/$tenant/channels/new' })
  const { forms, signInOf, error, refetch } = useOfferedForms()
  const form = forms?.find((offered) => offered.type === type) ?? null
  useTitle(t('new_page.title'))
  return (
    <main className="relative h-full overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-5xl flex-col gap-5 px-4 py-5 tablet:px-6">
        <Head form={form} />
        {forms ? (
          form ? (
            <Connect key={form.type} form={form} offer={signInOf(form.kind)} />
          ) : forms.length > 0 ? (
            <Methods forms={forms} />
          ) : (
            <EmptyState icon={CloudOff} title={t('new_page.none')}>
              {t('new_page.none_hint')}
            </EmptyState>
          )
        ) : error ? (
          <ErrorState title={t('new_page.failed')} error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading label={t('loading')} className="grid gap-3 tablet:grid-cols-2">
            <Skeleton className="h-72" />
            <Skeleton className="h-72" />
          </Loading>
        )}
      </div>
    </main>
  )
}
