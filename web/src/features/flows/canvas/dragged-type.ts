/** What a step of the palette is called while it is dragged. */
export const draggedType = 'application/x-chasqui-step'
