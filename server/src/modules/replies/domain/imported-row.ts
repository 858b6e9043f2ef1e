/** A quick reply as a file tells it, and on which line. */
export type ImportedRow = { line: number; shortcut: string; title: string; text: string; folder: string }
