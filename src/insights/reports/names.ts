import { CHANNELS } from '../../core/channel-id.ts'
import { LOCALES } from '../../core/locale.ts'
import { OTHER_TOPIC } from '../../core/topic.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Say } from './report.ts'

/** The name of a topic; its id where the knowledge no longer has it. */
export const topicName = ({ topics }: Catalogue, say: Say, id: string): string =>
  topics.find((topic) => topic.id === id)?.name ?? (id === OTHER_TOPIC ? say('insights.topic.other') : id)

/** The name of a channel, a language or an audience; the value itself when it is not one of ours. */
export function valueName(say: Say, property: 'channel' | 'language' | 'audience', value: string): string {
  if (value === 'unknown') return say('insights.unknown')
  if (property === 'channel') return includes(CHANNELS, value) ? say(`insights.channel.${value}`) : value
  if (property === 'language') return includes(LOCALES, value) ? say(`insights.language.${value}`) : value
  return say(`insights.audience.${value}`)
}

const includes = (list: readonly string[], value: string): boolean => list.includes(value)
