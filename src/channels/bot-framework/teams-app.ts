import { LOCALES, type Locale } from '../../core/locale.ts'
import { chatPath, privacyPath } from '../../core/page-paths.ts'
import type { Translate } from '../../core/translate.ts'

/** What an app for Teams is made from: the bot's id in Azure, our address as people reach it (https), and our version. */
export type TeamsAppParts = { translate: Translate; clientId: string; publicUrl: string; version: string }

/** Version of the manifest's schema. */
const MANIFEST_VERSION = '1.19'
const SCHEMA = `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams`

/** The language tags of Teams; the first is the manifest's own. */
const TAGS: Record<Locale, string> = { 'zh-Hans': 'zh-cn', 'zh-Hant': 'zh-tw', en: 'en' }

/** What a person may begin with, where the bot is mentioned or written to. */
const COMMANDS = ['quota', 'tax', 'changes', 'help'] as const

/** The icons that go with the manifest: 192 pixels in full colour, 32 pixels in white. */
export const ICONS = { color: 'color.png', outline: 'outline.png' } as const

/**
 * The JSON files of an app for Teams, by name: the manifest, and the other languages.
 * @see https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema
 */
export function teamsApp({ translate, clientId, publicUrl, version }: TeamsAppParts): Record<string, unknown> {
  const [main, ...others] = LOCALES
  const say = (key: string) => translate(main, key)
  const page = `${publicUrl}${chatPath(main)}`
  const scopes = ['personal', 'team', 'groupChat']
  const commands = COMMANDS.map((name) => ({
    title: say(`teams.command.${name}`),
    description: say(`teams.command.${name}.about`),
  }))
  const manifest = {
    $schema: `${SCHEMA}.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: clientId,
    developer: {
      name: say('teams.name'),
      websiteUrl: page,
      privacyUrl: `${publicUrl}${privacyPath(main)}`,
      termsOfUseUrl: page,
    },
    localizationInfo: {
      defaultLanguageTag: TAGS[main],
      additionalLanguages: others.map((locale) => ({ languageTag: TAGS[locale], file: `${TAGS[locale]}.json` })),
    },
    name: { short: say('teams.name'), full: say('teams.full-name') },
    description: { short: say('teams.short'), full: say('teams.full') },
    icons: ICONS,
    accentColor: '#0c5a63',
    bots: [{ botId: clientId, scopes, supportsFiles: false, commandLists: [{ scopes, commands }] }],
    validDomains: [new URL(publicUrl).host],
  }
  const inLanguage = (locale: Locale) => ({
    $schema: `${SCHEMA}.Localization.schema.json`,
    'name.short': translate(locale, 'teams.name'),
    'name.full': translate(locale, 'teams.full-name'),
    'description.short': translate(locale, 'teams.short'),
    'description.full': translate(locale, 'teams.full'),
    ...Object.fromEntries(
      COMMANDS.flatMap((name, index) => [
        [`bots[0].commandLists[0].commands[${index}].title`, translate(locale, `teams.command.${name}`)],
        [`bots[0].commandLists[0].commands[${index}].description`, translate(locale, `teams.command.${name}.about`)],
      ]),
    ),
  })
  return {
    'manifest.json': manifest,
    ...Object.fromEntries(others.map((locale) => [`${TAGS[locale]}.json`, inLanguage(locale)])),
  }
}
