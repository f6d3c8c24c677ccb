/** Notes for tests: one of each kind as readers write them, and seeded ones in any number, in five scripts. */
import {
  type EntityId,
  NOTE_COLOURS,
  NOTE_KINDS,
  type Note,
  type NoteId,
  type NoteTarget,
} from '../../src/core/model.ts';
import { seededRandom } from './seeded-random.ts';

/** A note with what a test cares for. */
export function sampleNote(
  id: string,
  {
    target = {},
    ...rest
  }: Partial<Omit<Note, 'target' | 'id'>> & { readonly target?: Partial<NoteTarget> } = {},
): Note {
  return {
    id: id as NoteId,
    kind: 'page',
    body: 'Words of mine.',
    tags: [],
    colour: 'yellow',
    created: '2026-03-01T08:00:00.000Z',
    modified: '2026-03-02T09:30:00.000Z',
    versions: [],
    ...rest,
    target: { url: 'https://news.example/story', title: 'A story', selectors: [], ...target },
  };
}

/** Every field that a note can have, and every kind. */
export const FULL_NOTES: readonly Note[] = [
  sampleNote('note-6f1c2a30-0000-4000-8000-000000000001', {
    kind: 'mention',
    body: '**Bold** and <b>not HTML</b>\n\n- one\n- two "quoted", with commas',
    tags: ['policy', 'Großbritannien & EU', '网络'],
    colour: 'blue',
    target: {
      url: 'https://news.example/story?id=7#part',
      canonical: 'https://news.example/story',
      ogUrl: 'https://news.example/story?og',
      title: 'Cyber "sovereignty", explained',
      fingerprint: 'abcde'.repeat(32),
      entity: 'internet-governance:itu' as EntityId,
      selectors: [
        { type: 'TextQuoteSelector', exact: 'the ITU', prefix: 'said of ', suffix: ' in Geneva' },
        { type: 'TextPositionSelector', start: 120, end: 127 },
        {
          type: 'RangeSelector',
          startSelector: {
            type: 'XPathSelector',
            value: '/html[1]/body[1]/p[2]',
            refinedBy: { type: 'TextPositionSelector', start: 4, end: 4 },
          },
          endSelector: {
            type: 'XPathSelector',
            value: '/html[1]/body[1]/p[3]',
            refinedBy: { type: 'TextPositionSelector', start: 1, end: 1 },
          },
        },
      ],
    },
    versions: [
      { body: 'Second', tags: ['policy'], colour: 'pink', modified: '2026-03-02T09:00:00.000Z' },
      { body: 'First', tags: [], colour: 'yellow', modified: '2026-03-01T08:00:00.000Z' },
    ],
    orphan: { reason: 'gone', since: '2026-03-03T00:00:00.000Z' },
  }),
  sampleNote('note-6f1c2a30-0000-4000-8000-000000000002', {
    kind: 'passage',
    body: '',
    target: {
      url: 'file:///home/reader/page.html',
      selectors: [{ type: 'TextQuoteSelector', exact: '网络主权', prefix: '', suffix: '' }],
    },
  }),
  sampleNote('https://hypothes.is/a/Aa-1_', { kind: 'page', target: { url: 'about:blank', title: '' } }),
  sampleNote('urn:glossator:odd', {
    kind: 'entity',
    target: { entity: 'internet-governance:igf' as EntityId },
  }),
];

const WORDS = [
  ...'the of policy cyber sovereignty network state platform regulator standards meeting Geneva treaty data trade encryption firewall'.split(
    ' ',
  ),
  ...'суверенитет интернета государство закон сети данные договор переговоры'.split(' '),
  ...'السيادة الرقمية الإنترنت الدولة قانون البيانات'.split(' '),
  ...['网络主权', '数据安全', '互联网治理', '国家', '防火墙'],
  ...'réseau souveraineté État données'.split(' '),
];

/** Many notes on many pages, the same for the same seed; every third word is made up, as names are. */
export function manyNotes(count: number, seed = 7): readonly Note[] {
  const random = seededRandom(seed);
  const upTo = random.below;
  const word = () =>
    upTo(3) === 0
      ? `${'bcdfglmnprst'[upTo(12)]}${'aeiou'[upTo(5)]}${upTo(4_000).toString(36)}`
      : (WORDS[upTo(WORDS.length)] ?? '');
  const words = (length: number) => Array.from({ length }, word).join(' ');
  return Array.from({ length: count }, (_, i) => {
    const page = upTo(Math.max(1, count / 8));
    const kind = NOTE_KINDS[upTo(NOTE_KINDS.length)] ?? 'page';
    const at = new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString();
    return sampleNote(`note-${i.toString().padStart(8, '0')}`, {
      kind,
      body: words(8 + upTo(40)),
      tags: Array.from({ length: upTo(3) }, () => `tag-${upTo(200)}`),
      colour: NOTE_COLOURS[upTo(NOTE_COLOURS.length)] ?? 'yellow',
      created: at,
      modified: at,
      target: {
        url: `https://site-${page % 97}.example/story/${page}`,
        title: `Story ${page}: ${words(4)}`,
        ...(kind === 'mention' || kind === 'entity'
          ? { entity: `pack:entity-${upTo(300)}` as EntityId }
          : {}),
        selectors:
          kind === 'mention' || kind === 'passage'
            ? [{ type: 'TextQuoteSelector', exact: words(6), prefix: words(4), suffix: words(4) }]
            : [],
      },
    });
  });
}
