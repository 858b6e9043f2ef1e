/** What can become of a task. That it is overdue is no state: it follows from its time and the clock. */
export const taskStates = ['pending', 'in_progress', 'completed', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]

/** From the least pressing on. */
export const taskPriorities = ['low', 'medium', 'high'] as const
export type TaskPriority = (typeof taskPriorities)[number]

/** Longest details of a task. */
export const longestDetails = 5000
