/**
 * The life of a reader, the same for both browsers: it starts on its profile, may be closed and started again on the same one,
 * and takes a temporary profile along when it ends.
 */
import type { BrowserKind, LaunchOptions } from './driver.ts';
import { openProfile, type Profile } from './profile.ts';

/** Options after `launchBrowser` has filled in what it can. */
export type ReadyOptions = LaunchOptions & { readonly executable: string };

export abstract class ReaderLife {
  readonly errors: string[] = [];
  protected readonly options: ReadyOptions;
  protected readonly profile: Profile;

  constructor(kind: BrowserKind, options: ReadyOptions) {
    this.options = options;
    this.profile = openProfile(kind, options.profileDir);
  }

  /** Starts the browser and waits until the extension is ready. */
  abstract start(): Promise<void>;
  /** Ends the browser, if one runs; the profile stays. */
  protected abstract end(): Promise<void>;
  /** Ends the browser as a crash does, in the midst of whatever it does. */
  protected abstract kill(): Promise<void>;

  async restart(): Promise<void> {
    await this.end();
    await this.start();
  }

  async crash(): Promise<void> {
    await this.kill();
    await this.start();
  }

  async close(): Promise<void> {
    await this.end();
    this.profile.remove();
  }
}

/** Starts a reader; a failure on the way leaves no process behind. */
export async function started<R extends ReaderLife>(reader: R): Promise<R> {
  try {
    await reader.start();
  } catch (error) {
    await reader.close();
    throw error;
  }
  return reader;
}
