/** The ways in. Stable: they stand in the question log. */
export const CHANNELS = ['bot-framework', 'direct-line', 'web', 'api', 'terminal', 'wechat'] as const
export type ChannelId = (typeof CHANNELS)[number]
