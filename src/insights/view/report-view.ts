import type { Locale } from '../../core/locale.ts'
import { type Html, html } from '../../http/html.ts'
import { isHidden } from '../disclosure/count.ts'
import type { KeyFigure, Report, Say, Table, Value } from '../reports/report.ts'
import { countInWords, dayInWords, ratioInWords, shareInWords } from './words.ts'

/** What a report is shown with. */
export type ReportView = {
  report: Report
  section: string
  locale: Locale
  say: Say
  /** The parameters of a link to a chart or an export of this view. */
  query: (more?: Record<string, string>) => string
}

/** A report as it stands on a page: the numbers at the top, then each table with its chart and its downloads. */
export function reportView(view: ReportView): Html {
  const { report, locale, say } = view
  return html`<p class="intro">${report.intro}</p>
${report.figures && html`<dl class="figures">${report.figures.map((figure) => figureView(figure, locale, say))}</dl>`}
${report.tables.map((table) => tableView(table, view))}`
}

const figureView = ({ title, value, note }: KeyFigure, locale: Locale, say: Say): Html =>
  html`<div><dt>${title}</dt><dd>${valueView(value, locale, say)}${note !== undefined && html` <small>${note}</small>`}</dd></div>`

function tableView(table: Table, view: ReportView): Html {
  const { section, say, query } = view
  const { id, title, note, rows, empty } = table
  return html`<div class="block" id="${id}">
<h2 id="${id}-title">${title}</h2>
${note !== undefined && html`<p class="note">${note}</p>`}
${
  rows.length === 0
    ? html`<p>${empty}</p>`
    : html`${table.chart && chartView(table, view)}
${rowsView(table, view)}`
}
<p class="downloads">${say('insights.download')} ${table.chart && rows.length > 0 && html`<a href="/insights/charts/${section}/${id}.svg?${query({ download: '1' })}" download>${say('insights.download.svg', { title })}</a> `}<a href="/insights/exports/${section}/${id}.csv?${query()}" download>${say('insights.download.csv', { title })}</a></p>
</div>`
}

/** The chart for the ground and the width at hand; on paper, the light one. What it shows stands in the table below. */
function chartView({ id, title }: Table, { section, say, query }: ReportView): Html {
  const address = (more: Record<string, string> = {}) => `/insights/charts/${section}/${id}.svg?${query(more)}`
  return html`<picture>
<source media="screen and (prefers-color-scheme: dark) and (max-width: 40rem)" srcset="${address({ theme: 'dark', size: 'narrow' })}">
<source media="screen and (prefers-color-scheme: dark)" srcset="${address({ theme: 'dark' })}">
<source media="screen and (max-width: 40rem)" srcset="${address({ size: 'narrow' })}">
<img class="chart" src="${address()}" alt="${say('insights.chart', { title })}">
</picture>`
}

/** Columns from which on a table is a list of cards on a phone. */
const WIDE = 4

/**
 * The lines of a table. On a phone a wide one becomes cards, each number with its name beside it; because that takes the meaning of a table from its elements, their
 * roles are told outright.
 */
function rowsView({ id, columns, rows }: Table, { locale, say }: ReportView): Html {
  const wide = columns.length >= WIDE
  const role = (name: string) => wide && html` role="${name}"`
  const attributes = (index: number) => {
    const numeric = !['text', 'direction'].includes(columns[index]?.kind ?? 'text')
    return html`${numeric && html` class="number"`}${wide && html` data-label="${columns[index]?.title}"`}`
  }
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}-title"><table${wide && html` class="wide" role="table"`}>
<thead${role('rowgroup')}><tr${role('row')}>${columns.map(({ title }, index) => html`<th scope="col"${role('columnheader')}${attributes(index)}>${title}</th>`)}</tr></thead>
<tbody${role('rowgroup')}>${rows.map(
    (row) =>
      html`<tr${role('row')}>${row.map((value, index) =>
        index === 0
          ? html`<th scope="row"${role('rowheader')}>${valueView(value, locale, say)}</th>`
          : html`<td${role('cell')}${attributes(index)}>${valueView(value, locale, say)}</td>`,
      )}</tr>
`,
  )}</tbody>
</table></div>`
}

function valueView(value: Value, locale: Locale, say: Say): Html {
  switch (value.kind) {
    case 'text':
      return html`${value.text}`
    case 'count':
      return isHidden(value.count)
        ? html`<span class="held">${countInWords(locale, say, value.count)}</span>`
        : html`${countInWords(locale, say, value.count)}`
    case 'ratio':
      return interval(ratioInWords(locale, say, value.ratio), value.ratio === undefined)
    case 'share':
      return interval(shareInWords(locale, say, value.share), value.share === undefined)
    case 'direction':
      return html`<span class="direction ${value.direction}">${say(`insights.direction.${value.direction}`)}</span>`
    case 'day':
      return html`<time datetime="${value.day}">${dayInWords(locale, value.day)}</time>${value.due && html` <span class="due">${say('insights.due')}</span>`}`
  }
}

/** A number with its interval, which may break before the interval and nowhere else. */
function interval(words: string, few: boolean): Html {
  if (few) return html`<span class="held">${words}</span>`
  const [middle = '', ...rest] = words.split(' ')
  return html`<span class="middle">${middle}</span> <span class="range">${rest.join(' ')}</span>`
}
