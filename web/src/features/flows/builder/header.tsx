import type { Flow, FlowEditor } from '@chasqui/contracts'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft, CalendarClock, Check, Copy, Download, Ellipsis, ListTree, Pencil, Play, Send, UsersRound, Workflow } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { useAnswering, waitsForPlace } from '../answering/use-answering.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'
import { LifeButtons, LifeMenuItems } from '../life/life-menu.tsx'
import { saveFlowFile } from '../list/flow-file.ts'
import { NameDialog } from '../list/name-dialog.tsx'
import type { Autosave } from '../saving/autosave.ts'
import { SavingMark } from '../saving/saving-mark.tsx'
import { useActs } from './acts.ts'
import { useHasNews } from './use-has-news.ts'
import { useView } from './view.ts'

type HeaderProps = { flow: Flow; saving: Autosave; narrow: boolean; others: readonly FlowEditor[]; onChanged: () => Promise<unknown> }

/** Where a published flow answers. Publishing lets no channel answer with it: as long as none does, that is said. */
const Answering = ({ flowId }: { flowId: string }) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const mayChoose = useCan('channels.manage')
  const { channels, users, isNowhere } = useAnswering(flowId)
  const waits = useDefinition(waitsForPlace)
  if (users.length > 0) {
    const words = t('list.used', { names: users.join(', ') })
    return (
      <Chip title={words} className="max-w-64 shrink!">
        <span className="truncate">{words}</span>
      </Chip>
    )
  }
  if (!isNowhere || !waits) return null
  if (!mayChoose || channels.length === 0) return <Chip>{t('list.unused')}</Chip>
  return (
    <Button size="sm" onClick={() => acts.ask({ what: 'answer' })}>
      {t('list.unused')}
    </Button>
  )
}

/** The flow's name and state, how it is looked at, and publishing. */
export const Header = ({ flow, saving, narrow, others, onChanged }: HeaderProps) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const { slug } = useTenant()
  const navigate = useNavigate()
  const mayManage = useCan('flows.manage')
  const editor = useEditor()
  const acts = useActs()
  const shows = useView((view) => view.shows)
  const [naming, setNaming] = useState<'rename' | 'duplicate' | null>(null)
  const number = flow.published?.number ?? 0
  const hasNews = useHasNews(flow) === true
  const published = t('state.published', { number })
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-surface px-2 py-2 tablet:px-3">
      <Link
        to="/a/$tenant/flows"
        params={{ tenant: slug }}
        aria-label={t('back')}
        className="grid size-9 shrink-0 place-items-center rounded-control text-fg-2 hover:bg-surface-2 touch:size-11"
      >
        <ArrowLeft size={18} strokeWidth={1.75} aria-hidden />
      </Link>
      <h1 className="min-w-24 flex-1 truncate text-md font-semibold">{flow.name}</h1>
      <div className="flex flex-wrap items-center gap-1.5 max-tablet:order-last max-tablet:w-full max-tablet:px-2">
        {others.length > 0 && (
          <Chip tone="info" icon={UsersRound}>
            {t('presence.here', { names: others.map(({ name }) => name).join(', ') })}
          </Chip>
        )}
        {mayManage && <SavingMark saving={saving} />}
        {flow.planned && (
          <Chip tone={flow.planned.state === 'waiting' ? 'info' : 'danger'} icon={CalendarClock}>
            {t(flow.planned.state === 'waiting' ? 'planned.waits' : 'planned.failed', { when: format.moment(flow.planned.at) })}
          </Chip>
        )}
        {!flow.published && <Chip>{t('state.draft')}</Chip>}
        {/* Else the button says it. */}
        {flow.published && (hasNews || narrow || !mayManage) && <Chip tone="success">{published}</Chip>}
        {flow.published && <Answering flowId={flow.id} />}
      </div>
      {!narrow && (
        <IconButton
          icon={shows === 'canvas' ? ListTree : Workflow}
          bordered
          label={t(shows === 'canvas' ? 'view.outline' : 'view.canvas')}
          keys="o"
          onClick={() => acts.showAs(shows === 'canvas' ? 'outline' : 'canvas')}
        />
      )}
      {!narrow && <LifeButtons flowId={flow.id} />}
      <Menu trigger={<IconButton icon={Ellipsis} bordered label={t('list.acts', { name: flow.name })} />} label={t('list.acts', { name: flow.name })}>
        {mayManage && (
          <MenuItem icon={Pencil} onSelect={() => setNaming('rename')}>
            {t('act.rename')}
          </MenuItem>
        )}
        {mayManage && (
          <MenuItem icon={Copy} onSelect={() => setNaming('duplicate')}>
            {t('act.duplicate')}
          </MenuItem>
        )}
        <MenuItem icon={Download} onSelect={() => saveFlowFile({ name: flow.name, definition: editor.definition() })}>
          {t('act.export')}
        </MenuItem>
        {narrow && <LifeMenuItems flowId={flow.id} />}
      </Menu>
      {narrow ? (
        <IconButton icon={Play} bordered label={t('test.open')} onClick={() => acts.testFrom(null)} />
      ) : (
        <Button icon={Play} onClick={() => acts.testFrom(null)}>
          {t('test.open')}
        </Button>
      )}
      {mayManage && (
        <Button look={hasNews ? 'solid' : 'outline'} {...(!narrow && { icon: hasNews ? Send : Check })} onClick={() => acts.ask({ what: 'publish' })}>
          {hasNews ? (narrow ? t('publish.verb') : t('publish.open', { number: number + 1 })) : narrow ? t('published.short') : published}
        </Button>
      )}
      {naming && (
        <NameDialog
          what={naming}
          flow={{ id: flow.id, name: flow.name, definition: editor.definition() }}
          onClose={() => setNaming(null)}
          onDone={(made) =>
            made.id === flow.id ? void onChanged() : void navigate({ to: '/a/$tenant/flows/$flowId', params: { tenant: slug, flowId: made.id } })
          }
        />
      )}
    </header>
  )
}
