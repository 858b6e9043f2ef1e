import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { Copy, Link2, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { asked, call, keyOf } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Button } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { TextField } from '#ui/text-field.tsx'
import { problemWords } from '../problem-words.ts'

/** The address by which another program begins the flow: told once, to be replaced or taken away at any time. */
export const HookAddress = ({ flowId }: { flowId: string }) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const mayManage = useCan('flows.manage')
  const one = { params: { id: flowId } }
  const { data, error } = useQuery({ ...asked(flowRoutes.hook, one), enabled: mayManage, retry: false })
  const [address, setAddress] = useState<string | null>(null)
  const [asks, setAsks] = useState<'replace' | 'remove' | null>(null)
  const { busy, problem, run } = useAct()
  const hook = isProblem(error) && error.status === 404 ? undefined : data
  if (!mayManage) return null
  const readAgain = () => queryClient.resetQueries({ queryKey: keyOf(flowRoutes.hook, one) })
  const create = () =>
    run(async () => {
      const { path } = await call(flowRoutes.createHook, one)
      setAddress(new URL(path, location.origin).href)
      setAsks(null)
      await readAgain()
    })
  const remove = () =>
    run(async () => {
      await call(flowRoutes.removeHook, one)
      setAddress(null)
      setAsks(null)
      await readAgain()
    })
  return (
    <div role="group" aria-label={t('hook.title')} className="flex flex-col gap-2 rounded-control bg-surface-2 p-2">
      <p className="text-sm font-medium">{t('hook.title')}</p>
      <p className="text-xs text-fg-2">{t('hook.hint')}</p>
      {address !== null && (
        <>
          <TextField label={t('hook.address')} hint={t('hook.once')} readOnly value={address} onFocus={({ target }) => target.select()} />
          <Button size="sm" look="solid" icon={Copy} className="self-start" onClick={() => void copyText(address)}>
            {t('hook.copy')}
          </Button>
        </>
      )}
      {hook && (
        <p className="text-xs text-fg-2">
          {t('hook.since', { when: format.moment(hook.createdAt) })} {hook.lastUsedAt ? t('hook.used', { when: format.moment(hook.lastUsedAt) }) : t('hook.unused')}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {hook ? (
          <>
            <Button size="sm" icon={RotateCcw} onClick={() => setAsks('replace')}>
              {t('hook.replace')}
            </Button>
            <Button size="sm" icon={Trash2} onClick={() => setAsks('remove')}>
              {t('hook.remove')}
            </Button>
          </>
        ) : (
          <Button size="sm" icon={Link2} busy={busy} onClick={() => void create()}>
            {t('hook.create')}
          </Button>
        )}
      </div>
      {problem && !asks && (
        <p role="alert" className="text-sm text-danger">
          {problemWords(problem)}
        </p>
      )}
      {asks && (
        <ActDialog
          title={t(`hook.${asks}_title`)}
          description={t('hook.ends')}
          verb={t(`hook.${asks}`)}
          look="danger"
          busy={busy}
          does={() => void (asks === 'replace' ? create() : remove())}
          refusal={problem && problemWords(problem)}
          onClose={() => setAsks(null)}
        />
      )}
    </div>
  )
}
