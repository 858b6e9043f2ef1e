/** Whether everything is tried; a run that is not whole (`tools/tasks/whole-runs.ts`) tries a share of what there is very much of, in turns, so that each has its own. */
export const isWholeRun = process.env['TESTS'] === 'whole'
