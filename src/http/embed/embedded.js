// Inside the frame on another site: tells the page around it that the chat is there, and when it is to close. Both speak only to the origin
// that the service let in, and listen to no other.
;(() => {
  const { embedder } = document.body.dataset
  if (!embedder || window.parent === window) return
  const tell = (what) => window.parent.postMessage(what, embedder)
  const close = () => tell('tongguan:close')
  window.addEventListener('message', ({ source, origin, data }) => {
    if (source === window.parent && origin === embedder && data === 'tongguan:focus')
      document.getElementById('question').focus()
  })
  document.addEventListener('keydown', ({ key, isComposing }) => {
    // Escape that ends typing with an input method is not meant for us.
    if (key === 'Escape' && !isComposing) close()
  })
  document.getElementById('close').addEventListener('click', close)
  document.getElementById('close').hidden = false
  tell('tongguan:ready')
})()
