/** What browsers say when a file of the app is not there. */
export const isMissingFile = (error: unknown): boolean => error instanceof Error && /dynamically imported module|module script failed/i.test(error.message)
