import { useNavigate } from '@tanstack/react-router'
import { ChartNoAxesColumnDecreasing, History, ListChecks, type LucideIcon, Route } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { MenuItem } from '#ui/menu.tsx'
import { useWide } from '#ui/use-narrow.ts'
import { nothingElse, type Panel, useGo, useLifeSearch } from './search.ts'

const icons = { versions: History, 'drop-off': ChartNoAxesColumnDecreasing, tests: ListChecks }
const panels = ['drop-off', 'versions', 'tests'] as const

const useOpen = () => {
  const go = useGo()
  const { panel: open } = useLifeSearch()
  return { open, turn: (panel: Panel) => go({ ...nothingElse, panel: open === panel ? undefined : panel }) }
}

const useRuns = (flowId: string) => {
  const { slug } = useTenant()
  const navigate = useNavigate()
  return () => void navigate({ to: '/a/$tenant/flows/$flowId/runs', params: { tenant: slug, flowId } })
}

type WayProps = { icon: LucideIcon; label: string; 'aria-pressed'?: boolean; onClick: () => void }

/** In words where there is room for them. */
const Way = ({ icon, label, ...rest }: WayProps) =>
  useWide() ? (
    <Button look="quiet" className="px-2! font-medium! aria-pressed:bg-primary-subtle aria-pressed:text-on-primary-subtle" {...rest}>
      {label}
    </Button>
  ) : (
    <IconButton icon={icon} bordered label={label} {...rest} />
  )

/** The ways to what became of a flow, as buttons of the top bar. */
export const LifeButtons = ({ flowId }: { flowId: string }) => {
  const { t } = useTexts('flows')
  const { open, turn } = useOpen()
  const toRuns = useRuns(flowId)
  return (
    <>
      {panels.map((panel) => (
        <Way key={panel} icon={icons[panel]} label={t(`life.${panel}`)} aria-pressed={open === panel} onClick={() => turn(panel)} />
      ))}
      <Way icon={Route} label={t('runs.title')} onClick={toRuns} />
    </>
  )
}

/** The same in the menu, where the bar has no room. */
export const LifeMenuItems = ({ flowId }: { flowId: string }) => {
  const { t } = useTexts('flows')
  const { turn } = useOpen()
  const toRuns = useRuns(flowId)
  return (
    <>
      {panels.map((panel) => (
        <MenuItem key={panel} icon={icons[panel]} onSelect={() => turn(panel)}>
          {t(`life.${panel}`)}
        </MenuItem>
      ))}
      <MenuItem icon={Route} onSelect={toRuns}>
        {t('runs.title')}
      </MenuItem>
    </>
  )
}
