/** Makes one element. `on…` properties are listeners, the others attributes; children are nodes or text. */
export const element = (tag, properties = {}, ...children) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value)
    else if (value !== false) made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children.filter((child) => child !== null))
  return made
}

/** Markdown's code marks mean nothing here. */
export const plainText = (markdown) => markdown.replaceAll('`', '')
