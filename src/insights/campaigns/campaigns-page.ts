import { type Request, type Response, Router } from 'express'
import { AUDIENCES } from '../../core/audience.ts'
import { CHANNELS } from '../../core/channel-id.ts'
import { type Day, day } from '../../core/day.ts'
import type { Translate } from '../../core/translate.ts'
import type { Audit } from '../../office/audit.ts'
import type { Campaigns } from '../../office/campaigns.ts'
import type { CatalogueIn } from '../catalogue.ts'
import type { Release } from '../disclosure/release.ts'
import { localeOf } from '../page-locale.ts'
import type { Say } from '../reports/report.ts'
import type { Link } from '../sections.ts'
import type { SendPage } from '../send-page.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import { type CampaignFault, campaignsView } from './campaigns-view.ts'
import { evaluate } from './evaluate.ts'

/** Where campaigns are recorded and measured. */
export const CAMPAIGNS: Link = { path: '/insights/campaigns', title: 'campaigns.title' }

/** Campaigns that are measured on the page, the latest: each is read from the counts. */
const SHOWN = 20
const LONGEST_NAME = 120
const LONGEST_LINK = 512

type Parts = {
  campaigns: Campaigns
  release: Release
  audit: Audit
  catalogue: CatalogueIn
  translate: Translate
  today: () => Day
  sendPage: SendPage
}

/** The page on which authors record what was done, and everybody sees what came of it. */
export function campaignsPage({ requires, account, csrf, form }: SignIn, parts: Parts): Router {
  const { campaigns, release, audit, catalogue, translate, today, sendPage } = parts
  const routes = Router()

  const show = async (
    request: Request,
    response: Response,
    fault?: CampaignFault,
    tried: Record<string, unknown> = {},
  ) => {
    const locale = localeOf(request)
    const say: Say = (key, values) => translate(locale, key, values)
    const names = catalogue(locale)
    const listed = (await campaigns.list()).slice(0, SHOWN)
    const measured = await Promise.all(
      listed.map(async (campaign) => ({
        campaign,
        evaluation: await evaluate(campaign, { release, catalogue: names, today: today() }),
      })),
    )
    const mayWrite = account(request)?.role !== 'reader'
    const view = campaignsView({
      measured,
      catalogue: names,
      locale,
      say,
      csrf: mayWrite ? await csrf(request) : undefined,
      fault,
      tried,
    })
    sendPage(request, response, CAMPAIGNS, { locale, status: fault === undefined ? 200 : 400 }, view)
  }

  routes.get(CAMPAIGNS.path, requires('reader'), (request, response) => show(request, response))

  routes.post(CAMPAIGNS.path, requires('author'), ...form, async (request, response) => {
    const who = account(request)
    if (who === undefined) return
    const fields = request.body as Record<string, unknown>
    const back = () => response.redirect(303, `${CAMPAIGNS.path}?locale=${localeOf(request)}`)
    const note = (detail: Record<string, string>) =>
      audit.record({ who: who.name, role: who.role, did: 'change', what: CAMPAIGNS.path, detail })
    if (typeof fields.remove === 'string') {
      await note({ removed: fields.remove.slice(0, 40) })
      await campaigns.remove(fields.remove)
      return back()
    }
    const known = new Set(catalogue('en').topics.map(({ id }) => id))
    const read = readCampaign(fields, known)
    if ('fault' in read) return show(request, response, read.fault, fields)
    await note({ added: read.name, starts: read.starts, ends: read.ends, topics: read.topics.join(', ') })
    await campaigns.add({ ...read, who: who.name })
    back()
  })
  return routes
}

/** Reads what was recorded, or what is wrong with it. */
function readCampaign(fields: Record<string, unknown>, known: ReadonlySet<string>) {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name].replace(/\s+/g, ' ').trim() : '')
  const [name, link] = [text('name'), text('link')]
  const [starts, ends] = [day.safeParse(text('starts')), day.safeParse(text('ends') || text('starts'))]
  const topics = [fields.topics].flat().filter((one): one is string => typeof one === 'string' && known.has(one))
  if (name === '' || name.length > LONGEST_NAME) return { fault: 'name' } as const
  if (!starts.success || !ends.success || starts.data > ends.data || starts.data < '2016')
    return { fault: 'days' } as const
  if (topics.length === 0 || topics.length === known.size) return { fault: 'topics' } as const
  if (link !== '' && (link.length > LONGEST_LINK || !/^https?:$/.test(URL.parse(link)?.protocol ?? '')))
    return { fault: 'link' } as const
  return {
    name,
    starts: starts.data,
    ends: ends.data,
    topics,
    audience: AUDIENCES.find((one) => one === text('audience')),
    channel: CHANNELS.find((one) => one === text('channel')),
    link,
  }
}
