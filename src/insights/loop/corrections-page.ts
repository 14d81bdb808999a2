import { type Request, type Response, Router } from 'express'
import { type Day, day, dayInChina } from '../../core/day.ts'
import type { Locale } from '../../core/locale.ts'
import type { Translate } from '../../core/translate.ts'
import { type Html, html } from '../../http/html.ts'
import type { Audit } from '../../office/audit.ts'
import type { Correction, Corrections } from '../../office/corrections.ts'
import type { Catalogue, CatalogueIn } from '../catalogue.ts'
import type { Count } from '../disclosure/count.ts'
import type { Release } from '../disclosure/release.ts'
import { localeOf } from '../page-locale.ts'
import type { Say } from '../reports/report.ts'
import type { Link } from '../sections.ts'
import type { SendPage } from '../send-page.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import { countInWords, dayInWords } from '../view/words.ts'
import { lastWholeWeek, weekOfDay, weeksBetween } from '../weeks.ts'

/** Where the wrong-answer ledger is kept. */
export const CORRECTIONS: Link = { path: '/insights/corrections', title: 'corrections.title' }

/** The longest text, in UTF-16 units: it stands at the page of the entry. */
const LONGEST = 5 * 100
/** Lines shown, and the oldest day that can be named: nothing was told before. */
const SHOWN = 50
const EARLIEST: Day = '2016-01-01'

type Fault = 'entry' | 'days' | 'texts'

type Parts = {
  corrections: Corrections
  /** Makes this process look at once. */
  refresh: () => Promise<void>
  release: Release
  audit: Audit
  catalogue: CatalogueIn
  translate: Translate
  today: () => Day
  sendPage: SendPage
}

/** The ledger of what was told and was wrong, from when to when, and how many were told; authors add to it, and what they add stands at the entry's public page. */
export function correctionsPage({ requires, account, csrf, form }: SignIn, parts: Parts): Router {
  const { corrections, refresh, release, audit, catalogue, translate, today, sendPage } = parts
  const routes = Router()

  /** How many were told, in the whole weeks that hold the days. */
  const toldCount = async ({ entry, since, until }: Correction): Promise<Count | undefined> => {
    const last = [weekOfDay(until), lastWholeWeek(today())].sort()[0] ?? ''
    const weeks = weeksBetween(weekOfDay(since), last)
    return weeks.length === 0 ? undefined : (await release.table(['entry'], [weeks], {})).row(entry).over(weeks)
  }

  const show = async (request: Request, response: Response, fault?: Fault, tried: Record<string, unknown> = {}) => {
    const locale = localeOf(request)
    const say: Say = (key, values) => translate(locale, key, values)
    const names = catalogue(locale)
    const lines = await Promise.all(
      (await corrections.list()).slice(0, SHOWN).map(async (one) => ({ one, told: await toldCount(one) })),
    )
    const mayWrite = account(request)?.role !== 'reader'
    const main = html`<p class="intro">${say('corrections.intro')}</p>
${mayWrite && formView({ names, locale, say, csrf: await csrf(request), fault, tried })}
${lines.length === 0 && html`<p>${say('corrections.empty')}</p>`}
${lines.map(({ one, told }, index) => lineView(one, told, index, names, locale, say))}`
    sendPage(request, response, CORRECTIONS, { locale, status: fault === undefined ? 200 : 400 }, main)
  }

  routes.get(CORRECTIONS.path, requires('reader'), (request, response) => show(request, response))

  routes.post(CORRECTIONS.path, requires('author'), ...form, async (request, response) => {
    const who = account(request)
    if (who === undefined) return
    const fields = request.body as Record<string, unknown>
    const text = (name: string) => (typeof fields[name] === 'string' ? fields[name].replace(/\s+/g, ' ').trim() : '')
    const [since, until] = [day.safeParse(text('since')), day.safeParse(text('until'))]
    const texts = ['wrong_zh', 'wrong_en', 'right_zh', 'right_en'].map(text) as [string, string, string, string]
    const [wrongZh, wrongEn, rightZh, rightEn] = texts
    const entry = catalogue('en').entries.find(({ id }) => id === text('entry'))
    if (entry === undefined) return show(request, response, 'entry', fields)
    if (!since.success || !until.success || since.data > until.data || since.data < EARLIEST || until.data > today())
      return show(request, response, 'days', fields)
    if (texts.some((one) => one === '' || one.length > LONGEST)) return show(request, response, 'texts', fields)
    await audit.record({
      who: who.name,
      role: who.role,
      did: 'change',
      what: CORRECTIONS.path,
      detail: { entry: entry.id, since: since.data, until: until.data, wrong: wrongEn, right: rightEn },
    })
    await corrections.add({
      entry: entry.id,
      since: since.data,
      until: until.data,
      wrong: { 'zh-Hans': wrongZh, en: wrongEn },
      right: { 'zh-Hans': rightZh, en: rightEn },
      knowledge: text('knowledge').slice(0, 80),
      who: who.name,
    })
    await refresh()
    response.redirect(303, `${CORRECTIONS.path}?locale=${localeOf(request)}`)
  })
  return routes
}

const lineView = (
  { entry, since, until, wrong, right, knowledge, who, at }: Correction,
  told: Count | undefined,
  index: number,
  names: Catalogue,
  locale: Locale,
  say: Say,
): Html => {
  const id = `correction-${index + 1}`
  const written = locale === 'en' ? 'en' : 'zh-Hans'
  return html`<section class="block" aria-labelledby="${id}"><h2 id="${id}">${names.entries.find((one) => one.id === entry)?.title ?? entry}</h2>
<dl class="facts">
<div><dt>${say('corrections.wrong')}</dt><dd>${wrong[written]}</dd></div>
<div><dt>${say('corrections.right')}</dt><dd>${right[written]}</dd></div>
<div><dt>${say('corrections.when')}</dt><dd>${say('insights.period', { from: dayInWords(locale, since), to: dayInWords(locale, until) })}</dd></div>
<div><dt>${say('corrections.told')}</dt><dd>${told === undefined ? say('corrections.told-open') : countInWords(locale, say, told)}</dd></div>
${knowledge !== '' && html`<div><dt>${say('corrections.knowledge')}</dt><dd>${knowledge}</dd></div>`}
</dl>
<p class="note">${say('corrections.recorded', { who, on: dayInWords(locale, dayInChina(new Date(at))) })} <a href="/${locale}/a/${entry}">${say('corrections.page')}</a></p></section>`
}

function formView({
  names,
  locale,
  say,
  csrf,
  fault,
  tried,
}: {
  names: Catalogue
  locale: Locale
  say: Say
  csrf: string
  fault: Fault | undefined
  tried: Record<string, unknown>
}): Html {
  const was = (name: string) => (typeof tried[name] === 'string' ? tried[name] : '')
  const area = (name: 'wrong' | 'right', language: 'zh' | 'en') =>
    html`<label><span>${say(`corrections.${name}.${language}`)}</span><textarea name="${name}_${language}" maxlength="${LONGEST}" required>${was(`${name}_${language}`)}</textarea></label>`
  return html`<section class="block" aria-labelledby="record"><h2 id="record">${say('corrections.record')}</h2>
${fault !== undefined && html`<p role="alert" class="alert">${say(`corrections.fault.${fault}`, { most: LONGEST })}</p>`}
<details${fault !== undefined && html` open`}><summary>${say('corrections.form')}</summary>
<form class="stacked" method="post" action="${CORRECTIONS.path}?locale=${locale}"><input type="hidden" name="csrf" value="${csrf}">
<label><span>${say('insights.column.entry')}</span><select name="entry" required><option value="">${say('controls.choose')}</option>${names.entries.map(({ id, title }) => html`<option value="${id}"${was('entry') === id && html` selected`}>${title}</option>`)}</select></label>
<label><span>${say('corrections.since')}</span><input type="date" name="since" value="${was('since')}" required></label>
<label><span>${say('corrections.until')}</span><input type="date" name="until" value="${was('until')}" required></label>
${area('wrong', 'zh')}${area('wrong', 'en')}${area('right', 'zh')}${area('right', 'en')}
<label><span>${say('corrections.knowledge')}</span><input name="knowledge" value="${was('knowledge')}" maxlength="80"></label>
<p class="note">${say('corrections.public')}</p>
<button>${say('corrections.save')}</button>
</form></details></section>`
}
