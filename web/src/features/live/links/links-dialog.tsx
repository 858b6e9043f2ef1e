import type { Campaign, WallLink } from '@chasqui/contracts'
import { liveRoutes } from '@chasqui/contracts/http/live'
import { useQuery } from '@tanstack/react-query'
import { Copy, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { asked, call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonLook } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say } from '#ui/toast.tsx'

type Props = { campaigns: readonly Pick<Campaign, 'id' | 'name'>[]; onClose: () => void }

/** Links that open the wall without a session: each is shown once, and revoked here. */
export const LinksDialog = ({ campaigns, onClose }: Props) => {
  const { t } = useTexts('live')
  const { data, error, refetch } = useQuery(asked(liveRoutes.wallLinks))
  const [made, setMade] = useState<string | null>(null)
  return (
    <Dialog open onClose={onClose} title={t('wall.title')} description={t('wall.text')} width="lg">
      {made && (
        <div className="mb-4 flex flex-col gap-2 rounded-control border border-line p-3">
          <TextField label={t('wall.link')} hint={t('wall.link_hint')} readOnly value={made} onFocus={({ target }) => target.select()} />
          <div className="flex flex-wrap gap-2">
            <Button icon={Copy} onClick={() => void copyText(made)}>
              {t('wall.copy')}
            </Button>
            <a href={made} target="_blank" rel="noreferrer" className={buttonLook('outline')}>
              {t('wall.see')}
            </a>
          </div>
        </div>
      )}
      {error && !data && <ErrorState title={t('wall.failed')} error={error} onRetry={() => void refetch()} />}
      {data && data.items.length > 0 && (
        <ul aria-label={t('wall.links')} className="mb-4 divide-y divide-line rounded-control border border-line">
          {data.items.map((link) => (
            <LinkRow key={link.id} link={link} campaigns={campaigns} onRemoved={() => void refetch()} />
          ))}
        </ul>
      )}
      <NewLink
        campaigns={campaigns}
        onMade={(key) => {
          setMade(`${location.origin}/live/wall#${key}`)
          void refetch()
        }}
      />
    </Dialog>
  )
}

const LinkRow = ({ link, campaigns, onRemoved }: { link: WallLink; campaigns: Props['campaigns']; onRemoved: () => void }) => {
  const { t } = useTexts('live')
  const format = useFormat()
  const { busy, problem, run } = useAct()
  const revoke = () =>
    run(async () => {
      await call(liveRoutes.removeWallLink, { params: { id: link.id } })
      say(t('wall.revoked', { name: link.name }))
      onRemoved()
    })
  const campaign = link.campaignId === null ? t('all_campaigns') : (campaigns.find(({ id }) => id === link.campaignId)?.name ?? '')
  return (
    <li className="flex items-center gap-2 px-3 py-2 text-sm">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{link.name}</span>
        <span className="block text-xs text-fg-3">
          {[
            campaign,
            t(link.hidesNames ? 'wall.without_names' : 'wall.with_names'),
            link.lastUsedAt ? t('wall.used', { when: format.moment(link.lastUsedAt) }) : t('wall.unused'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {problem && <span className="block text-danger">{t('problem.unknown')}</span>}
      </span>
      <IconButton icon={Trash2} tone="danger" label={t('wall.revoke', { name: link.name })} disabled={busy} onClick={() => void revoke()} />
    </li>
  )
}

const NewLink = ({ campaigns, onMade }: { campaigns: Props['campaigns']; onMade: (key: string) => void }) => {
  const { t } = useTexts('live')
  const [name, setName] = useState('')
  const [campaignId, setCampaign] = useState('')
  const [hidesNames, setHides] = useState(true)
  const { busy, problem, run } = useAct()
  const create = () =>
    run(async () => {
      const { key } = await call(liveRoutes.createWallLink, { body: { name: name.trim(), campaignId: campaignId || null, hidesNames } })
      setName('')
      onMade(key)
    })
  return (
    <form
      aria-label={t('wall.new')}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) void create()
      }}
    >
      <div className="grid gap-3 tablet:grid-cols-2">
        <TextField
          label={t('wall.name')}
          hint={t('wall.name_hint')}
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
        <SelectField
          label={t('campaign')}
          value={campaignId}
          options={[{ value: '', label: t('all_campaigns') }, ...campaigns.map(({ id, name: label }) => ({ value: id, label }))]}
          onChange={setCampaign}
        />
      </div>
      <Switch label={t('wall.hide')} hint={t('wall.hide_hint')} checked={hidesNames} onChange={setHides} />
      {problem && (
        <Banner tone="danger" className="rounded-control px-3">
          {t('problem.unknown')}
        </Banner>
      )}
      <Button type="submit" look="solid" busy={busy} disabled={!name.trim()} className="self-end">
        {t('wall.create')}
      </Button>
    </form>
  )
}
