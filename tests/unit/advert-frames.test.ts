import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FrameFacts, isAdvert } from '../../src/core/furniture/advert-frames.ts';

const FRAME: FrameFacts = { url: 'https://example.org/story', name: '', width: 640, height: 480, prose: 300 };

const ADVERTS: readonly Partial<FrameFacts>[] = [
  { url: 'https://ad.doubleclick.net/ddm/adi/N1' },
  { url: 'https://tpc.googlesyndication.com/safeframe/1-0-40/html/container.html' },
  { url: 'https://ads.example.org/frame' },
  { url: 'https://cdn.privacy-mgmt.com/index.html' },
  { url: 'about:blank', name: 'google_ads_iframe_/123/home_0' },
  { url: 'about:srcdoc', name: ' ad-slot-4 sticky' },
  { name: 'aswift_1' },
  { name: ' sp_message_iframe_77' },
  { width: 300, height: 250 },
  { width: 300, height: 600, prose: 399 },
];

const TEXTS: readonly Partial<FrameFacts>[] = [
  {},
  { url: 'https://loads.example.org/adviser/ads-of-the-century' },
  { url: 'https://www.adobe.com/story' },
  { url: 'https://madrid.example/ads' },
  { name: 'comments loaded shadow' },
  { name: 'download-frame radio-address' },
  { width: 300, height: 250, prose: 400 },
  { width: 300, height: 150 },
];

for (const facts of ADVERTS)
  test(`a frame like ${JSON.stringify(facts)} is an advertisement`, () => {
    assert.equal(isAdvert({ ...FRAME, ...facts }), true);
  });

for (const facts of TEXTS)
  test(`a frame like ${JSON.stringify(facts)} is none`, () => {
    assert.equal(isAdvert({ ...FRAME, ...facts }), false);
  });
