/**
 * Preferences for a Firefox that is driven: on top of what Puppeteer sets, quiet on the network, ours through the proxy, and
 * with an extension that keeps its address and its storage when the browser starts again.
 */
import type { LaunchOptions } from './driver.ts';

export type Prefs = Record<string, string | number | boolean>;

/** All preferences for one launch. */
export function firefoxPrefs(options: LaunchOptions, addonId: string, uuid: string): Prefs {
  const { proxy, colorScheme = 'light', reducedMotion = false, forcedColors = false, locale } = options;
  return {
    ...QUIET,
    // A temporary add-on is uninstalled when the browser ends, and its storage with it, unless these say otherwise; and
    // its storage belongs to its address, so that must be the same again.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
    // Host permissions of a Manifest V3 extension are granted at installation.
    'extensions.originControls.grantByDefault': true,
    ...(proxy === undefined ? {} : proxyPrefs(proxy)),
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    // A machine without a mouse answers (hover: none); our readers have one. 2 is a fine pointer, 4 is hover.
    'ui.primaryPointerCapabilities': 6,
    'ui.allPointerCapabilities': 6,
    'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    ...(forcedColors ? forcedColorPrefs(colorScheme) : {}),
    ...(locale === undefined
      ? {}
      : { 'intl.locale.requested': locale, 'intl.accept_languages': `${locale}, en` }),
    ...options.extraPrefs,
  };
}

/** The reader's own colours over the page's. Whether they count as dark follows from the colours, as the spec has it. */
function forcedColorPrefs(colorScheme: 'light' | 'dark'): Prefs {
  const { background, foreground } =
    colorScheme === 'dark'
      ? { background: '#000000', foreground: '#FFFFFF' }
      : { background: '#FFFFFF', foreground: '#000000' };
  return {
    'browser.display.document_color_use': 2, // always
    'browser.display.use_system_colors': false,
    'browser.display.background_color': background,
    'browser.display.foreground_color': foreground,
    'browser.display.background_color.dark': background,
    'browser.display.foreground_color.dark': foreground,
  };
}

function proxyPrefs(proxy: string): Prefs {
  const [host = '', port] = proxy.split(':');
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    // If the proxy does not answer, nothing may go past it, and no name is asked of anyone.
    'network.proxy.failover_direct': false,
    'network.dns.disabled': true,
    'network.trr.mode': 5,
    'media.peerconnection.enabled': false,
  };
}

/** What Firefox asks of the network by itself, switched off. Found by watching an idle browser behind the proxy. */
const QUIET: Prefs = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutHomeSnippets.updateUrl': '',
  'browser.discovery.enabled': false,
  'browser.ml.enable': false,
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.newtabpage.activity-stream.showSponsored': false,
  'browser.newtabpage.activity-stream.telemetry': false,
  'browser.ping-centre.telemetry': false,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'browser.safebrowsing.provider.google4.updateURL': '',
  'browser.safebrowsing.provider.google5.enabled': false,
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.search.geoip.url': '',
  'browser.topsites.contile.enabled': false,
  'browser.translations.enable': false,
  'captivedetect.canonicalURL': '',
  'dom.push.connection.enabled': false,
  'dom.push.enabled': false,
  'dom.security.https_first': false,
  'dom.security.https_first_schemeless': false,
  'dom.security.https_only_mode': false,
  'extensions.blocklist.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.systemAddon.update.url': '',
  'identity.fxaccounts.enabled': false,
  'media.gmp-gmpopenh264.enabled': false,
  'media.gmp-manager.url': '',
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.predictor.enabled': false,
  'network.prefetch-next': false,
  'nimbus.enabled': false,
  'security.OCSP.enabled': 0,
  'security.remote_settings.crlite_filters.enabled': false,
  'security.remote_settings.intermediates.enabled': false,
  'remote.events.async.mouse.enabled': true,
  'remote.events.async.wheel.enabled': true,
  'services.settings.server': 'data:,nothing',
  'telemetry.fog.test.localhost_port': -1,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.unified': false,
};

/** Released versions of Firefox heed `services.settings.server` only where this variable says so. */
export const FIREFOX_ENV = { MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' };
