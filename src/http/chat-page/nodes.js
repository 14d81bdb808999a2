// Builds the nodes of the chat page. Replies are Markdown; they are built as nodes, never as markup, so that no text can become a script.
// Hands `{ element, blocks }` to the script of the page.
;(() => {
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    made.append(...children)
    return made
  }

  // **bold**, `code` and [links](https://…) inside a line
  const inline = (text) => {
    const nodes = []
    let rest = text
    for (;;) {
      const match =
        /\*\*(.+?)\*\*|`([^`]+)`|\[((?:[^[\]\\]|\\.|\[[^[\]]*\])+)\]\(((?:https?:\/\/|\/deadlines\.ics\?|\/(?:zh-Han[st]|en)\/)(?:[^\s()]|\([^\s()]*\))+)\)/.exec(
          rest,
        )
      if (!match) break
      nodes.push(rest.slice(0, match.index))
      if (match[1]) nodes.push(element('strong', {}, ...inline(match[1])))
      else if (match[2]) nodes.push(element('code', {}, match[2]))
      else nodes.push(element('a', { href: match[4], target: '_blank', rel: 'noopener noreferrer' }, match[3]))
      rest = rest.slice(match.index + match[0].length)
    }
    return [...nodes, rest].filter((node) => node !== '')
  }

  // paragraphs, lists and small tables
  const blocks = (markdown) => {
    const made = []
    let list
    let table
    let paragraph
    for (const line of markdown.split('\n')) {
      const item = /^\s*(?:([-*])|(\d+)[.)])\s+(.*)$/.exec(line)
      const row = /^\s*\|(.+)\|\s*$/.exec(line)
      if (item) {
        const kind = item[1] ? 'ul' : 'ol'
        if (list?.localName !== kind) {
          list = element(kind)
          made.push(list)
        }
        list.append(element('li', {}, ...inline(item[3])))
        paragraph = table = undefined
      } else if (row) {
        const cells = row[1].split('|').map((cell) => cell.trim())
        if (cells.every((cell) => /^:?-+:?$/.test(cell))) continue
        const cell = table ? 'td' : 'th'
        if (!table) {
          table = element('table')
          made.push(element('div', { class: 'scroll', tabindex: '0' }, table))
        }
        table.append(element('tr', {}, ...cells.map((text) => element(cell, {}, ...inline(text)))))
        paragraph = list = undefined
      } else if (line.trim() === '') paragraph = list = table = undefined
      else {
        if (paragraph) paragraph.append(document.createElement('br'), ...inline(line))
        else {
          paragraph = element('p', {}, ...inline(line))
          made.push(paragraph)
        }
        list = table = undefined
      }
    }
    return made
  }

  window.tongguanNodes = { element, blocks }
})()
