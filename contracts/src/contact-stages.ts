/** How far the business has come with a person, in the order in which it usually goes; the last one may come at any time. */
export const contactStages = ['new', 'contacted', 'qualified', 'proposal', 'negotiation', 'won', 'lost', 'follow_up'] as const
export type ContactStage = (typeof contactStages)[number]
