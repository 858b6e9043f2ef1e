/** Who acts: a signed-in member, or a program by its key. A key is named for what it does but never gets a conversation assigned. */
export type By = { userId: string; keyId: string | null }
