/** Where an arrow key leads: 1 to the right or down, -1 to the left or up, 0 for any other key. */
export const sideways = (key: string): number => Number(key === 'ArrowRight') - Number(key === 'ArrowLeft')
export const upDown = (key: string): number => Number(key === 'ArrowDown') - Number(key === 'ArrowUp')
