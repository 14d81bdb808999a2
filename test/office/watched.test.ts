import { afterEach, expect, test, vi } from 'vitest'
import { NO_CONTROLS } from '../../src/core/controls.ts'
import { type Setting, watchControls } from '../../src/office/controls.ts'

afterEach(() => {
  vi.useRealTimers()
})

const reason = { 'zh-Hans': '正在核对', en: 'being checked' }
const off: Setting = { subject: 'service', text: reason, reason: '', who: '王芳', at: '2026-11-23T04:00:00.000Z' }

/** Switches that another process sets: what is known of them only when they are looked up. */
function elsewhere() {
  let standing: Setting[] = []
  let away = false
  return {
    becomes: (settings: Setting[]) => {
      standing = settings
    },
    goes: (gone: boolean) => {
      away = gone
    },
    list: async () => {
      if (away) throw new Error('away')
      return standing
    },
    set: async () => {},
    clear: async () => {},
  }
}

test('what another process switches holds here within five seconds, and so does switching it back', async () => {
  vi.useFakeTimers()
  const settings = elsewhere()
  await using watched = await watchControls(settings, { onProblem: (error) => expect.fail(String(error)) })
  expect(watched.current()).toEqual(NO_CONTROLS)
  settings.becomes([off])
  await vi.advanceTimersByTimeAsync(5000)
  expect(watched.current().service).toEqual({ reason })
  settings.becomes([])
  await vi.advanceTimersByTimeAsync(5000)
  expect(watched.current()).toEqual(NO_CONTROLS)
})

test('while nobody can look, what was known last holds, one is told once, and the next change is seen as soon as one can', async () => {
  vi.useFakeTimers()
  const settings = elsewhere()
  const told: unknown[] = []
  settings.becomes([off])
  await using watched = await watchControls(settings, { onProblem: (error) => told.push(error) })
  settings.goes(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(watched.current().service).toEqual({ reason })
  expect(told).toHaveLength(1)
  settings.goes(false)
  settings.becomes([])
  await vi.advanceTimersByTimeAsync(5000)
  expect(watched.current()).toEqual(NO_CONTROLS)
})
