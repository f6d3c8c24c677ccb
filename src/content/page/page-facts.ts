/** What the document says of which page it is: its address, the addresses that it gives itself, and its title. */
import type { PageFacts } from '../../core/model.ts';

export function pageFacts(): PageFacts {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"][href]')?.href;
  const ogUrl = document.querySelector<HTMLMetaElement>('meta[property="og:url"]')?.content;
  return {
    // What a page has written into a frame goes by the page's address.
    url: location.protocol === 'about:' ? document.baseURI : location.href,
    ...(canonical ? { canonical } : {}),
    ...(ogUrl ? { ogUrl } : {}),
    title: document.title || location.href,
  };
}
