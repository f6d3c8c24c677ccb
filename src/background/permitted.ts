/** Whether we may read a page: in Firefox readers grant and take back the right to read pages, in Chromium site by site. */
import { browser } from '../platform/browser.ts';

/** `url` is undefined where we may not even know the address. */
export async function isPermitted(url: string | undefined): Promise<boolean> {
  if (url !== undefined && !/^https?:/.test(url)) return true;
  // A match pattern has no port: it stands for all of them.
  const origin =
    url === undefined
      ? '<all_urls>'
      : url.replace(/^(https?:\/\/)([^/]*@)?([^/:?#]*|\[[^\]]*\]).*$/i, '$1$3/*');
  return browser.permissions.contains({ origins: [origin] }).catch(() => true);
}
