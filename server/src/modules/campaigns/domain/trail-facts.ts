import type { CampaignSettings, OpenInterval, ServiceTargets } from '@chasqui/contracts'

const span = ({ from, to }: OpenInterval) => `${from}-${to}`
const dayText = (day: string, open: readonly OpenInterval[] = []) => [day, ...(open.length > 0 ? open.map(span) : ['-'])].join(' ')
const targetsText = (priority: string, { firstResponse, nextResponse, resolution }: ServiceTargets) =>
  `${priority} ${[firstResponse, nextResponse, resolution].map((seconds) => seconds ?? '-').join(' / ')}`

/** A campaign as the trail keeps it: short values side by side, so that what became different can be read. Weekdays are those of ISO, 1 is Monday. */
export const trailFacts = (campaign: CampaignSettings): Record<string, unknown> => {
  const { name, description, state, priority, channelIds, timeZone, hours, closed, bot, agents, teamIds, routing, serviceLevel, tags } = campaign
  return {
    name,
    description,
    state,
    campaignPriority: priority,
    channelIds,
    timeZone,
    alwaysOpen: hours.always,
    hours: ['1', '2', '3', '4', '5', '6', '7'].map((day) => dayText(day, hours.weekly[day as keyof typeof hours.weekly])),
    holidays: hours.holidays,
    specialDays: hours.special.map(({ date, open }) => dayText(date, open)),
    closed: closed.do,
    closedText: 'text' in closed ? closed.text : null,
    closedFlowId: closed.do === 'flow' ? closed.flowId : null,
    bot: bot.on,
    flowId: bot.flowId,
    agents: agents.map(({ userId, rank }) => `${userId} (${rank})`),
    teamIds,
    routing: routing.map(({ strategy, weight }) => `${strategy} (${weight})`),
    lastAgentHours: campaign.lastAgentHours,
    acceptanceSeconds: campaign.acceptanceSeconds,
    whenAbsent: campaign.whenAbsent,
    serviceLevel: [targetsText('normal', serviceLevel), ...Object.entries(serviceLevel.byPriority).map(([name, targets]) => targetsText(name, targets))],
    warnAt: serviceLevel.warnAt,
    tags,
  }
}
