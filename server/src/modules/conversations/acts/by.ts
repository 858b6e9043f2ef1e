/** Who acts: a signed-in member. */
export type By = { userId: string }
