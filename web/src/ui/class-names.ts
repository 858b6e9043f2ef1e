/** Joins class names, leaving out what is false. Later names do not override earlier ones: pass layout (margin, width, grid), not look. */
export const classNames = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ')
