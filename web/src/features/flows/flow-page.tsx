import { useParams } from '@tanstack/react-router'
import { useTexts } from '#lib/i18n/texts.ts'
import { FlowFrame } from './flow-frame.tsx'
import { Builder } from './builder-part.ts'

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
