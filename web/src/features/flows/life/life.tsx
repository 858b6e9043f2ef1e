import { X } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { DropOffView } from './drop-off/drop-off-view.tsx'
import type { LifeProps } from './life-props.ts'
import { nothingElse, type Panel, useGo } from './search.ts'
import { TestsView } from './tests/tests-view.tsx'
import { VersionsView } from './versions/versions-view.tsx'

const views = { versions: VersionsView, 'drop-off': DropOffView, tests: TestsView }

/** What became of the flow, in place of its draft: its versions, where people left, its tests. */
export const Life = ({ panel, ...props }: LifeProps & { panel: Panel }) => {
  const { t } = useTexts('flows')
  const go = useGo()
  const View = views[panel]
  return (
    <section aria-label={t(`life.${panel}`)} className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 items-center gap-2 border-b border-line bg-surface py-1.5 pr-3 pl-4 tablet:px-4">
        <h2 className="min-w-0 flex-1 truncate text-md font-semibold">{t(`life.${panel}`)}</h2>
        <IconButton icon={X} label={t('life.close')} onClick={() => go(nothingElse)} />
      </div>
      <View {...props} />
    </section>
  )
}
