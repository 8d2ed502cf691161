/** Settings per document, asked of the client once and kept until they change. Clients that cannot be asked send them at the start. */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, SECTION, readSettings } from '../settings.js';
import type { Settings } from '../settings.js';

export class SettingsReader {
  private readonly byUri = new Map<string, Promise<Settings>>();
  private readonly reported = new Set<string>();
  private fallback: Settings = DEFAULT_SETTINGS;
  private canAsk = false;
  canRegister = false;

  constructor(private readonly connection: Connection) {}

  initialise(params: InitializeParams): void {
    this.canAsk = params.capabilities.workspace?.configuration === true;
    this.canRegister = params.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    const options: unknown = params.initializationOptions;
    this.fallback = this.checked(sectionOf(options));
  }

  of(uri: string): Promise<Settings> {
    const known = this.byUri.get(uri);
    if (known !== undefined) return known;
    const asked = this.canAsk ? this.ask(uri) : Promise.resolve(this.fallback);
    this.byUri.set(uri, asked);
    return asked;
  }

  /** `pushed` is what a client sent that cannot be asked. */
  changed(pushed: unknown): void {
    this.byUri.clear();
    if (!this.canAsk) this.fallback = this.checked(sectionOf(pushed));
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }

  private async ask(uri: string): Promise<Settings> {
    try {
      const answer: unknown = await this.connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
      return this.checked(answer);
    } catch (error) {
      this.connection.console.warn(`Article Annotator: the editor did not give the settings (${String(error)}); the defaults hold`);
      return this.fallback;
    }
  }

  private checked(raw: unknown): Settings {
    const { value, problems } = readSettings(raw);
    for (const { key, message } of problems) {
      const text = `Setting ${key} is not usable: ${message}. Its default holds.`;
      if (!this.reported.has(text)) this.connection.console.warn(text);
      this.reported.add(text);
    }
    return value;
  }
}

function sectionOf(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return undefined;
  return SECTION in raw ? raw[SECTION] : raw;
}
