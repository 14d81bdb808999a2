declare module '@nlpjs/basic' {
  type Classification = { intent: string; score: number }
  type Nlp = {
    addLanguage(language: string): void
    addDocument(language: string, text: string, intent: string): void
    train(): Promise<void>
    process(language: string, text: string): Promise<{ classifications: Classification[] }>
  }
  type Settings = { settings?: Record<string, Record<string, unknown>>; use: string[] }
  /** Starts the container with the plug-ins named. */
  export function dockStart(settings: Settings): Promise<{ get(name: 'nlp'): Nlp }>
}
