import { useParams } from '@tanstack/react-router'
import { useTexts } from '#lib/i18n/texts.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { FlowFrame } from './flow-frame.tsx'

/** Asked for as soon as this page is on its way, beside the flow itself. */
const builder = import('./builder/builder.tsx')
builder.catch(() => undefined)
const Builder = lazyPart(() => builder.then((module) => module.Builder))

/** One flow: its draft, to draw, to try out and to publish. */
export const FlowPage = () => {
  const { t } = useTexts('flows')
  const { flowId } = useParams({ from: '/a/$tenant/flows/$flowId' })
  return (
    <FlowFrame flowId={flowId} title={t('title')}>
      {(flow) => <Builder key={flow.id} flow={flow} />}
    </FlowFrame>
  )
}
