/** Neither the reply nor the apology could be handed to the channel. */
export class Undeliverable extends Error {}
