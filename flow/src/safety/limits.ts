/** How much flows may say in one conversation before a person looks at it, and whether they keep quiet towards other bots. */
export type FlowLimits = { turnsPerHour: number; turnsPerDay: number; messagesPerHour: number; messagesPerDay: number; botLoops: boolean }

/** More than any talk with a person needs, and far less than two machines make of a night. */
export const usualLimits: FlowLimits = { turnsPerHour: 200, turnsPerDay: 1000, messagesPerHour: 400, messagesPerDay: 2000, botLoops: true }
