import { Router } from 'express'
import type { Translate } from '../../core/translate.ts'
import { type Html, html } from '../../http/html.ts'
import { type Audit, type AuditLine, DEEDS, type Deed } from '../../office/audit.ts'
import { FILTER_NAMES } from '../filters.ts'
import { localeOf } from '../page-locale.ts'
import type { Say } from '../reports/report.ts'
import { type Link, METHOD, SECTIONS } from '../sections.ts'
import type { SendPage } from '../send-page.ts'
import { moment } from '../view/moment.ts'
import type { SignIn } from './sign-in.ts'

/** Where the audit log is read. */
export const AUDIT: Link = { path: '/insights/audit', title: 'audit.title', role: 'admin', numbers: false }

/** Lines on a page. */
const LINES = 200

/** The audit log, newest first, for admins. Charts are left out unless asked for: each stands in a page that is in the log itself. */
export function auditPage(
  { requires }: SignIn,
  {
    audit,
    links,
    translate,
    sendPage,
  }: { audit: Audit; links: readonly Link[]; translate: Translate; sendPage: SendPage },
): Router {
  const routes = Router()
  routes.get(AUDIT.path, requires('admin'), async (request, response) => {
    const locale = localeOf(request)
    const say: Say = (key, values) => translate(locale, key, values)
    const wanted = DEEDS.find((deed) => deed === request.query.did)
    const before = typeof request.query.before === 'string' ? request.query.before.slice(0, 30) : undefined
    const lines = await audit.latest(LINES, {
      did: wanted ? [wanted] : DEEDS.filter((deed) => deed !== 'chart'),
      ...(before !== undefined && { before }),
    })
    sendPage(request, response, AUDIT, { locale }, view(lines, { wanted, titleOf: titlesOf(links, say), say, locale }))
  })
  return routes
}

type Shown = { wanted: Deed | undefined; titleOf: (path: string) => string | undefined; say: Say; locale: string }

/** What the page is called that an address is of: the page itself, a chart or a table of it, or something in it. */
function titlesOf(links: readonly Link[], say: Say): Shown['titleOf'] {
  const pages = [...links, METHOD, ...SECTIONS]
  const section = new Map(SECTIONS.map(({ id, title }) => [id, title]))
  return (path) => {
    const [, id = ''] = /^\/insights\/(?:charts|exports)\/([^/]+)\//.exec(path) ?? []
    const page =
      pages.find((one) => path === one.path) ??
      pages.find(
        (one) => /^[/.#]/.test(path.slice(one.path.length)) && path.startsWith(one.path) && one.path !== '/insights',
      )
    const title = section.get(id) ?? page?.title
    return title === undefined ? undefined : say(title)
  }
}

/** What is noted of a view is named as on its form; the language of the page is no news. */
function detailInWords(detail: AuditLine['detail'], say: Say): string {
  const named = (name: string) =>
    name === 'from' || name === 'to'
      ? say(`insights.${name}`)
      : FILTER_NAMES.some((filter) => filter === name)
        ? say(`insights.filter.${name}`)
        : name
  return Object.entries(detail)
    .filter(([name]) => name !== 'locale')
    .map(([name, value]) => `${named(name)}: ${value}`)
    .join(say('insights.list'))
}

const view = (lines: AuditLine[], { wanted, titleOf, say, locale }: Shown): Html => html`
<p class="intro">${say('audit.intro')}</p>
<form method="get" action="${AUDIT.path}">
<input type="hidden" name="locale" value="${locale}">
<label><span>${say('audit.did')}</span><select name="did"><option value="">${say('audit.all')}</option>${DEEDS.map(
  (deed) => html`<option value="${deed}"${deed === wanted && html` selected`}>${say(`audit.deed.${deed}`)}</option>`,
)}</select></label>
<button>${say('insights.show')}</button>
</form>
<div class="block"><h2 id="lines">${say('audit.lines')}</h2>
${
  lines.length === 0
    ? html`<p>${say('audit.empty')}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="lines"><table class="wide record" role="table">
<thead role="rowgroup"><tr role="row">${['at', 'who', 'did', 'what', 'detail'].map((column) => html`<th scope="col" role="columnheader">${say(`audit.column.${column}`)}</th>`)}</tr></thead>
<tbody role="rowgroup">${lines.map((line) => row(line, titleOf, say))}</tbody></table></div>`
}
${
  lines.length === LINES &&
  html`<p><a href="${AUDIT.path}?${new URLSearchParams({ locale, did: wanted ?? '', before: lines.at(-1)?.at ?? '' }).toString()}">${say('audit.older')}</a></p>`
}
</div>`

const row = ({ at, who, role, did, what, detail }: AuditLine, titleOf: Shown['titleOf'], say: Say): Html =>
  html`<tr role="row"><th scope="row" role="rowheader">${moment(at, 'second')}</th>
<td role="cell" data-label="${say('audit.column.who')}">${who}${role !== '' && html` <span class="range">${say(`signin.role.${role}`)}</span>`}</td>
<td role="cell" data-label="${say('audit.column.did')}">${say(`audit.deed.${did}`)}</td>
<td role="cell" data-label="${say('audit.column.what')}"><span>${titleOf(what)} <span class="range">${what}</span></span></td>
<td role="cell" data-label="${say('audit.column.detail')}">${detailInWords(detail, say)}</td></tr>
`
