/** Whom tasks are for, and where they talk. */
export type Beside = { contactId: string; conversationId: string }
