import { ConversationListQuery, type Reach } from '@chasqui/contracts'
import { listText } from '../../src/modules/conversations/lists/conversations.ts'
import type { PlatformStage } from '../platform-setup.ts'

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/** Who looks at a list of conversations, and when. */
export type Looking = { stage: PlatformStage; tenantId: string; me: string; now: Date; reach: Reach }

/** How many conversations a page of the inbox looks at, by the plan that is really carried out, and by which indexes. */
export const lookedAt = ({ stage, tenantId, me, now, reach }: Looking, query: object): Promise<{ looked: number; by: string[] }> =>
  stage.database.inTenant(
    tenantId,
    async (tx) => {
      const { text, values } = await listText(tx, now, me, ConversationListQuery.parse(query))
      const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (analyze, format json) ${text}`, values)
      const scans = nodes(rows[0]!['QUERY PLAN'][0]!.Plan).filter((node) => node['Relation Name'] === 'conversation')
      return {
        looked: scans.reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0),
        by: scans.map((node) => node['Index Name'] ?? node['Node Type']),
      }
    },
    { userId: me, reach, hides: [] },
  )
