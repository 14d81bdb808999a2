// Makes the chat page a live conversation over Direct Line. Without this file the page works as a form.
// The network may go at any moment: each message has a name of its own, by which the service knows one that it has had already, and the
// watermark says what has been shown, so that nothing is lost and nothing comes twice.
;(() => {
  const { token: firstToken, conversation, words: wordsText } = document.body.dataset
  if (!firstToken || !window.fetch || !window.tongguanNodes) return
  const { element, blocks } = window.tongguanNodes
  const words = JSON.parse(wordsText)
  const log = document.getElementById('log')
  const form = document.getElementById('ask')
  const input = document.getElementById('question')
  const send = form.querySelector('button')
  const base = '/v3/directline/conversations'
  const user = `web-${Math.random().toString(36).slice(2)}`
  const PATIENCE = 20000
  let token = firstToken
  let watermark = ''
  let started
  let socket
  let live = false
  // The message on its way: its text, its name, where it stands in the conversation, and what is shown meanwhile.
  let pending
  let tries = 0
  let timer
  let recovering = false
  const shown = new Set()

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
            said.textContent = error.detail || words.unreachable
            box.querySelector('[role=status]')?.remove()
            box.append(said)
          },
        )
      })
      box.append(button)
    }
    return box
  }

  const settle = () => {
    pending?.notice?.remove()
    pending = undefined
    send.removeAttribute('aria-disabled')
  }

  const show = (activity) => {
    if (activity.type !== 'message' || shown.has(activity.id)) return
    shown.add(activity.id)
    if (activity.from?.id === user) {
      if (pending && activity.channelData?.clientActivityID === pending.name) pending.at = activity.id
      return
    }
    if (pending && (!activity.replyToId || !pending.at || activity.replyToId === pending.at)) settle()
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
  }

  const take = ({ activities = [], watermark: mark }) => {
    if (mark !== undefined && mark !== null) watermark = mark
    activities.forEach(show)
  }

  const call = async (path, options = {}) => {
    const response = await fetch(base + path, {
      ...options,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(AbortSignal.timeout && { signal: AbortSignal.timeout(PATIENCE) }),
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
    const opened = new WebSocket(url)
    socket = opened
    opened.onopen = () => {
      live = true
      tries = 0
    }
    opened.onmessage = ({ data }) => {
      if (data) take(JSON.parse(data))
    }
    opened.onclose = () => {
      if (socket !== opened) return
      live = false
      socket = undefined
      later()
    }
  }

  const start = () => {
    started ??= call('', { method: 'POST' })
      .then((opened) => {
        token = opened.token || token
        listen(opened.streamUrl)
        setInterval(renew, 15 * 60000)
      })
      .catch((error) => {
        started = undefined
        throw error
      })
    return started
  }

  const renew = () =>
    fetch('/v3/directline/tokens/refresh', { method: 'POST', headers: { authorization: `Bearer ${token}` } })
      .then((response) => (response.ok ? response.json() : {}))
      .then((renewed) => {
        token = renewed.token || token
      })
      .catch(() => {})

  const post = (activity) =>
    call(`/${conversation}/activities`, {
      method: 'POST',
      body: JSON.stringify({ from: { id: user }, locale: document.documentElement.lang, ...activity }),
    })

  const ended = ({ status }) => status === 401 || status === 403 || status === 404

  // Tries again in a while, longer each time.
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(recover, Math.min(30000, 500 * 2 ** tries++))
  }

  // Fetches what was said meanwhile, follows again, and sends what could not be sent.
  const recover = async () => {
    clearTimeout(timer)
    if (recovering) return
    recovering = true
    try {
      if (started && !live) {
        await started
        const opened = await call(`/${conversation}?watermark=${watermark}`)
        token = opened.token || token
        await poll()
        if (!live && !socket) listen(opened.streamUrl)
      }
      if (pending) await deliver()
    } catch (error) {
      if (!ended(error)) later()
      else if (pending) anew()
    } finally {
      recovering = false
    }
  }

  // The conversation has ended on the server: begin a new one as the page does without script.
  const anew = () => {
    input.value = pending.text
    HTMLFormElement.prototype.submit.call(form)
  }

  const deliver = async () => {
    const message = pending
    try {
      await start()
      const channelData = { clientActivityID: message.name }
      await post({ type: 'message', text: message.text, channelData })
      if (pending === message) await poll()
    } catch (error) {
      if (pending === message) fail(error)
    }
  }

  const notice = (text, label, press) => {
    pending.notice.remove()
    const button = element('button', { type: 'button' }, label)
    button.addEventListener('click', press)
    pending.notice = add('bot', words.bot, element('p', { role: 'alert' }, text), button)
    pending.notice.scrollIntoView({ block: 'end' })
  }

  const fail = (error) => {
    const { text } = pending
    if (ended(error)) return anew()
    if (error.status && error.status < 500) {
      // The service will not have it now; whoever asked decides.
      notice(error.detail || words.unreachable, words.again, () => {
        item.remove()
        ask(text, true)
      })
      const item = pending.notice
      pending.notice = undefined
      settle()
      if (!input.value) input.value = text
      return
    }
    if (!pending.told) {
      pending.told = true
      notice(words.offline, words.now, () => {
        tries = 0
        recover()
      })
    }
    later()
  }

  const ask = async (text, repeated = false) => {
    // One at a time. The button is not disabled, which would take the focus from it.
    if (!text.trim() || pending) return
    if (!repeated) add('you', words.you, element('p', {}, text))
    input.value = ''
    send.setAttribute('aria-disabled', 'true')
    const wait = add('bot wait', words.bot, element('p', {}, words.sending))
    wait.scrollIntoView({ block: 'end' })
    pending = { text, name: `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`, notice: wait }
    await deliver()
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
  const back = () => {
    if (!started && !pending) return
    tries = 0
    recover()
  }
  window.addEventListener('online', back)
  window.addEventListener('offline', () => socket?.close())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !live) back()
  })
})()
