/**
 * What somebody writes, and what is meant by it. "?" is what only a question back answers; a meaning that ends in "?" may be taken or asked about, but never
 * be taken for something else.
 */
export type Utterances = [said: string, meant: string][]
