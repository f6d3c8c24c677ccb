/** Addresses are data: only those of the web that a browser can open become links. */
export function isOfTheWeb(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url);
}
