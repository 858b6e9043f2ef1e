import type { Channel } from '@chasqui/contracts'
import { channelRoutes, type ChannelCheck } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, Hourglass, FlaskConical, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { asked, call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/form-section.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { say, sayProblem } from '#ui/toast.tsx'
import { Refusal } from '../data/refusal.tsx'
import { readChannelsAgain } from '../data/use-channels.ts'
import { formOf } from '../kinds/index.ts'
import type { KindForm } from '../kinds/kind.ts'
import { lookAgainEvery } from './health.tsx'
import { WebhookLines } from './webhook/webhook-lines.tsx'

const looks = {
  passed: { icon: CircleCheck, look: 'text-success' },
  waiting: { icon: Hourglass, look: 'text-fg-3' },
  warning: { icon: TriangleAlert, look: 'text-warning' },
  failed: { icon: CircleAlert, look: 'text-danger' },
} as const

export const useChecks = (id: string) => useQuery({ ...asked(channelRoutes.checks, { params: { id } }), refetchInterval: lookAgainEvery })

/** Why something failed: in our words where the code is known, else in the vendor's. */
const Cause = ({ error, form, known }: { error: NonNullable<ChannelCheck['error']>; form: KindForm | null; known: string | null }) => {
  const { t } = useTexts('channels')
  return (
    <span className="block text-sm text-fg-2">
      {form && (known ?? t('checks.unknown_cause'))}
      {error.title && (
        <span className="block text-xs text-fg-3">
          {t('checks.says')} <q lang="en">{error.title}</q>
        </span>
      )}
    </span>
  )
}
/** What a code means in our words; null where nobody knows. */
const useCause = (code: string | null, form: KindForm | null): string | null => {
  const { i18n } = useTexts('channels')
  return code !== null && form ? form.words(i18n.language).causeOf(code) : null
}
export const KnownCause = ({ code, form }: { code: string; form: KindForm }) => {
  const { t } = useTexts('channels')
  return useCause(code, form) ?? t('checks.unknown_cause')
}

/** Until when it is so; a token may have no end. */
const End = ({ check: { check, result, until, error } }: { check: ChannelCheck }) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  if (check !== 'token_life' || error !== null) return null
  const words = until === null ? t('checks.endless') : t(result === 'failed' ? 'checks.ended' : 'checks.ends', { when: format.fullTime(until) })
  return <span className="text-sm text-fg-2 tabular">{words}</span>
}

/** What the vendor told of the account itself: its cause says what is to be done. */
const told: readonly ChannelCheck['check'][] = ['token_life', 'permissions', 'number', 'display_name']

/** What is to be done for a point that is not proven yet. */
const todoOf = ({ check }: ChannelCheck, form: KindForm | null) => {
  if (check === 'credentials' && form?.Line) return 'checks.todo.line'
  return check === 'inbound' && form?.own ? 'checks.todo.visitor' : (`checks.todo.${check}` as const)
}

/** `brief`: what has to be entered at the vendor's stands elsewhere on the page. */
const Row = ({ check, channel, form, brief }: { check: ChannelCheck; channel: Channel; form: KindForm | null; brief: boolean }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  const { icon: Icon, look } = looks[check.result]
  const known = useCause(check.error?.code ?? null, form)
  return (
    <li className="flex gap-3 py-3 first:pt-0 last:pb-0">
      <Icon size={20} strokeWidth={1.75} className={`mt-px shrink-0 ${look}`} aria-hidden />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <strong className="text-base font-medium">
            {t(`checks.of.${check.check}`)}
            <span className="sr-only">: {t(`checks.result.${check.result}`)}</span>
          </strong>
          {check.at && <span className="text-xs text-fg-3 tabular">{format.moment(check.at)}</span>}
        </div>
        <End check={check} />
        {check.error && <Cause error={check.error} form={form} known={told.includes(check.check) ? (known ?? '') : known} />}
        {check.result !== 'passed' && !(known !== null && told.includes(check.check)) && <span className="text-sm text-fg-2">{t(todoOf(check, form))}</span>}
        {!brief && check.check === 'webhook' && check.result !== 'passed' && form && <WebhookLines channel={channel} form={form} />}
      </div>
    </li>
  )
}

/** Whoever may manage the channel and opens its page has the vendor asked anew; that it could not be asked stands in the points. */
const useRenewed = (id: string, wanted: boolean): void =>
  useEffect(() => {
    if (!wanted) return
    call(channelRoutes.renewChecks, { params: { id } })
      .then((checks) => queryClient.setQueryData(asked(channelRoutes.checks, { params: { id } }).queryKey, checks))
      .catch(() => undefined)
  }, [id, wanted])

/** Asks the vendor anew, where there is one, and says how it went. */
const SelfTest = ({ id }: { id: string }) => {
  const { t } = useTexts('channels')
  const { busy, problem, run } = useAct()
  const test = () =>
    run(async () => {
      const { items } = await call(channelRoutes.selfTest, { params: { id } })
      await readChannelsAgain()
      const bad = items.filter(({ result }) => result === 'failed').length
      const warned = items.filter(({ result }) => result === 'warning').length
      if (bad > 0) sayProblem(t('checks.test_bad', { count: bad }))
      else if (warned > 0) sayProblem(t('checks.test_warned', { count: warned }))
      else say(t('checks.test_good'))
    })
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line pt-3">
        <p className="min-w-48 flex-1 text-sm text-fg-3">{t('checks.test_hint')}</p>
        <Button icon={FlaskConical} busy={busy} onClick={() => void test()}>
          {t('checks.test')}
        </Button>
      </div>
      <Refusal problem={problem} />
    </>
  )
}

/** What has to be so that the channel works, each point proven by what was really seen; `only` some of them, where the page is about these. */
export const Checks = ({ channel, only }: { channel: Channel; only?: readonly ChannelCheck['check'][] }) => {
  const { t } = useTexts('channels')
  const mayManage = useCan('channels.manage')
  const form = formOf(channel)
  const { data, error, refetch } = useChecks(channel.id)
  const hasVendor = !form?.Line && !form?.own
  useRenewed(channel.id, mayManage && hasVendor && channel.state !== 'disconnected')
  const shown = data?.items.filter(({ check }) => only?.includes(check) ?? true)
  return (
    <Section title={t('checks.title')} hint={t('checks.hint')}>
      {shown ? (
        <ul className="divide-y divide-line">
          {shown.map((check) => (
            <Row key={check.check} check={check} channel={channel} form={form} brief={only !== undefined} />
          ))}
        </ul>
      ) : error ? (
        <ErrorState title={t('checks.failed_to_read')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('loading')} className="flex flex-col gap-3">
          {[0, 1, 2, 3].map((row) => (
            <Skeleton key={row} className="h-10" />
          ))}
        </Loading>
      )}
      {mayManage && hasVendor && <SelfTest id={channel.id} />}
    </Section>
  )
}
