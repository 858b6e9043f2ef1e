import { icon } from './element.ts'

export const icons = {
  close: () => icon('M6 6l12 12', 'M18 6 6 18'),
  more: () => icon('M4.5 12a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0', 'M11.4 12a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0', 'M18.3 12a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0'),
  send: () => icon('M4 12 20 4l-6 16-3-7-7-1Z'),
  attach: () => icon('m21 11-9 9a5.5 5.5 0 0 1-8-8l9-9a3.7 3.7 0 0 1 5 5l-9 9a1.8 1.8 0 0 1-2.600-2.600l8-8'),
  file: () => icon('M6 3h8l4 4v14H6Z', 'M14 3v4h4'),
}
