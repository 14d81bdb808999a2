// Makes the chat page a live conversation over Direct Line. Without this file the page works as a form.
// Replies are Markdown; they are built as nodes, never as markup, so that no text can become a script.
;(() => {
  const { token: firstToken, conversation, words: wordsText } = document.body.dataset
  if (!firstToken || !window.fetch) return
  const words = JSON.parse(wordsText)
  const log = document.getElementById('log')
  const form = document.getElementById('ask')
  const input = document.getElementById('question')
  const send = form.querySelector('button')
  const base = '/v3/directline/conversations'
  const user = `web-${Math.random().toString(36).slice(2)}`
  let token = firstToken
  let watermark = ''
  let live = false
  let started
  let waiting
  const shown = new Set()

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

  const add = (kind, who, ...children) => {
    const item = element('li', { class: kind }, element('span', { class: 'who' }, who), ...children)
    log.append(item)
    return item
  }

  const rating = (id) => {
    const box = element('div', { class: 'rating' }, element('span', {}, words.helpful))
    for (const [label, helpful] of [
      [words.yes, true],
      [words.no, false],
    ]) {
      const button = element('button', { type: 'button' }, label)
      button.addEventListener('click', () => {
        const said = element('span', { role: 'status', tabindex: '-1' })
        post({ type: 'event', name: 'tongguan/rating', value: { id, helpful } }).then(
          () => {
            said.textContent = words.thanks
            box.replaceChildren(said)
            said.focus()
          },
          (error) => {
            said.textContent = error.detail || words.offline
            box.querySelector('[role=status]')?.remove()
            box.append(said)
          },
        )
      })
      box.append(button)
    }
    return box
  }

  const show = (activity) => {
    if (activity.type !== 'message' || shown.has(activity.id)) return
    shown.add(activity.id)
    if (activity.from?.id === user) return
    waiting?.remove()
    waiting = undefined
    const item = add('bot', words.bot, ...blocks(activity.text || ''))
    if (activity.locale) item.lang = activity.locale
    const actions = activity.suggestedActions?.actions ?? []
    if (actions.length) {
      const box = element('div', { class: 'choices' })
      for (const { title, value } of actions) {
        const button = element('button', { type: 'button' }, title)
        button.addEventListener('click', () => ask(value))
        box.append(button)
      }
      item.append(box)
    }
    const told = activity.channelData?.tongguan
    if (told?.id) item.append(rating(told.id))
    item.scrollIntoView({ block: 'start' })
    send.removeAttribute('aria-disabled')
  }

  const take = ({ activities = [], watermark: mark }) => {
    if (mark !== undefined && mark !== null) watermark = mark
    activities.forEach(show)
  }

  const call = async (path, options = {}) => {
    const response = await fetch(base + path, {
      ...options,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
    const body = await response.json().catch(() => ({}))
    if (!response.ok)
      throw Object.assign(new Error(body.detail || response.statusText), {
        status: response.status,
        detail: body.detail,
      })
    return body
  }

  const poll = () => call(`/${conversation}/activities?watermark=${watermark}`).then(take)

  const listen = (url) => {
    if (!url || !window.WebSocket) return
    const socket = new WebSocket(url)
    socket.onopen = () => {
      live = true
    }
    socket.onmessage = ({ data }) => {
      if (data) take(JSON.parse(data))
    }
    socket.onclose = () => {
      live = false
    }
  }

  const start = () => {
    started ??= call('', { method: 'POST' })
      .then((opened) => {
        token = opened.token || token
        listen(opened.streamUrl)
        setInterval(
          () =>
            fetch('/v3/directline/tokens/refresh', { method: 'POST', headers: { authorization: `Bearer ${token}` } })
              .then((response) => (response.ok ? response.json() : {}))
              .then((renewed) => {
                token = renewed.token || token
              })
              .catch(() => {}),
          15 * 60000,
        )
      })
      .catch((error) => {
        started = undefined
        throw error
      })
    return started
  }

  const post = (activity) =>
    call(`/${conversation}/activities`, {
      method: 'POST',
      body: JSON.stringify({ from: { id: user }, locale: document.documentElement.lang, ...activity }),
    })

  const fail = (text, error) => {
    waiting?.remove()
    waiting = undefined
    send.removeAttribute('aria-disabled')
    if (error.status === 401 || error.status === 403 || error.status === 404) {
      // The conversation has ended on the server: begin a new one as the page does without script.
      input.value = text
      HTMLFormElement.prototype.submit.call(form)
      return
    }
    const again = element('button', { type: 'button' }, words.again)
    const item = add('bot', words.bot, element('p', { role: 'alert' }, error.detail || words.offline), again)
    again.addEventListener('click', () => {
      item.remove()
      ask(text, true)
    })
    if (!input.value) input.value = text
  }

  const ask = async (text, repeated = false) => {
    // One at a time. The button is not disabled, which would take the focus from it.
    if (!text.trim() || waiting) return
    if (!repeated) add('you', words.you, element('p', {}, text))
    input.value = ''
    send.setAttribute('aria-disabled', 'true')
    waiting = add('bot wait', words.bot, element('p', {}, words.sending))
    waiting.scrollIntoView({ block: 'end' })
    try {
      await start()
      await post({ type: 'message', text })
      if (!live || waiting) await poll()
    } catch (error) {
      fail(text, error)
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    ask(input.value)
  })
  for (const button of log.querySelectorAll('.choices button'))
    button.addEventListener('click', (event) => {
      event.preventDefault()
      ask(button.value)
    })
  window.addEventListener('online', () => {
    if (started) poll().catch(() => {})
  })
})()
