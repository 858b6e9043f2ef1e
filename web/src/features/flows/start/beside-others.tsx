import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'
import { AbTestField } from './ab-test-field.tsx'
import { PriorityField } from './priority-field.tsx'

/** How the flow stands beside others: folded away as long as there is no other, and nothing of it is set. */
export const BesideOthers = ({ flowId }: { flowId: string }) => {
  const { t } = useTexts('flows')
  const { data } = useQuery(asked(flowRoutes.list, { query: { limit: 200 } }))
  const hasOthers = data?.items.some(({ id }) => id !== flowId) ?? false
  const editor = useEditor()
  // What is being set does not change its place under the hands.
  const [wasSet] = useState(() => editor.definition().priority !== 0 || editor.definition().abTest !== null)
  const beginsInWays = useDefinition(({ triggers }) => triggers.length > 1)
  const fields = (
    <>
      <PriorityField />
      <AbTestField flowId={flowId} />
    </>
  )
  if (hasOthers || wasSet || beginsInWays) return fields
  return (
    <details>
      <summary className="cursor-pointer text-sm font-medium text-fg-2">{t('form.more')}</summary>
      <div className="mt-3 flex flex-col gap-6">{fields}</div>
    </details>
  )
}
