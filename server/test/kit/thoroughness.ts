/** Whether everything is tried; a usual run (`tools/tasks/whole-runs.ts`) tries a share of what there is very much of, in turns, so that each has its own. */
export const isWholeRun = process.env['TESTS'] === 'whole'
