/** The person behind a socket, as far as rooms and notices need to know them. */
export type Viewer = { userId: string; name: string; tenantId: string; sessionId: string; mayReadConversations: boolean; onlyLooks?: boolean; expiresAt: Date }
