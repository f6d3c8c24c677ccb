/** What a reader does at `chrome://extensions`, with the means of that page. Sent as source: it sees its arguments only. */
import type { ExtensionDeed } from './driver.ts';

/** The parts of the page's own interfaces that are used here; they have no published types. */
declare const chrome: {
  readonly management: { setEnabled(id: string, enabled: boolean): Promise<void> };
  readonly developerPrivate: {
    reload(id: string, options: { failQuietly: boolean }): Promise<unknown>;
    updateProfileConfiguration(update: { readonly inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(update: Readonly<Record<string, unknown>>): Promise<void>;
  };
};

export async function doDeed(extensionId: string, deed: ExtensionDeed): Promise<void> {
  const { management, developerPrivate } = chrome;
  const configure = (update: object) =>
    developerPrivate.updateExtensionConfiguration({ extensionId, ...update });
  // Without it Chromium does not start an unpacked extension again.
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  await {
    on: () => management.setEnabled(extensionId, true),
    off: () => management.setEnabled(extensionId, false),
    update: () => developerPrivate.reload(extensionId, { failQuietly: true }),
    permit: () => configure({ hostAccess: 'ON_ALL_SITES' }),
    deny: () => configure({ hostAccess: 'ON_CLICK' }),
    'allow-private': () => configure({ incognitoAccess: true }),
  }[deed]();
}
