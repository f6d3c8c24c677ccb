/**
 * Frames that hold advertisements: known by an address or a name that ad servers use, or by the size of an ad slot with hardly
 * a sentence in it. What is a frame's own business (comments, a live ticker, an embedded post) is text like any other.
 */

/** What a frame can tell of itself without being read. */
export interface FrameFacts {
  /** Its own address. */
  readonly url: string;
  /** Its name, and where the page around lets us look, the class and id of the element that holds it. */
  readonly name: string;
  /** Of its viewport, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Characters of text that it shows. */
  readonly prose: number;
}

/** In a frame of a slot's size this much text is no advertisement: some sentences. */
const ARTICLE = 400;

/** https://www.iab.com/guidelines/iab-new-ad-portfolio/ and its forerunners; smaller frames are not read anyway. */
const SLOTS: ReadonlySet<string> = new Set(
  '200x200 240x400 250x250 250x360 300x250 300x300 300x600 300x1050 320x480 336x280 480x320 580x400 768x1024 930x180 970x250 980x240 1024x768'.split(
    ' ',
  ),
);

/** Hosts that serve advertisements, measure them or ask for consent, and hosts that say so in their name. */
const HOSTS =
  /^https?:\/\/(?:[^/]*[.-])?(?:(?:doubleclick|googlesyndication|googleadservices|amazon-adsystem|adnxs|adform|adsrvr|criteo|taboola|outbrain|rubiconproject|pubmatic|openx|smartadserver|teads|moatads|flashtalking|sizmek|adroll|yieldlab|sascdn|privacy-mgmt|consensu|recaptcha)\.[a-z.]+|(?:ads?|adserver|adservice|adv|banners?|consent|captcha)\d*\.[^/]+)(?:[:/]|$)/i;

const NAMES =
  /(?:^|[\s_-])(?:google_?ads?|aswift|ads?|ad-?(?:slot|unit|frame|banner|container)s?|adsense|advert\w*|banner|sponsor(?:ed)?|sp_message|consent|captcha|g-recaptcha)(?=$|[\s_\-\d])/i;

export function isAdvert({ url, name, width, height, prose }: FrameFacts): boolean {
  return HOSTS.test(url) || NAMES.test(name) || (prose < ARTICLE && SLOTS.has(`${width}x${height}`));
}
