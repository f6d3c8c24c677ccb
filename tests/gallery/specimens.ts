/** What the gallery shows: entities of the bundled pack as a card gets them, and made-up ones that strain it. */
import type {
  Entity,
  EntityDetails,
  LocalText,
  Note,
  NoteId,
  PackInfo,
  Source,
  SourceId,
  Statement,
} from '../../src/core/model.ts';
import { entityId } from '../../src/core/model.ts';

/** A pack as it lies in its folder, put in by the build. */
declare const __PACK__: {
  readonly info: PackInfo & {
    readonly relationKinds?: Readonly<Record<string, { readonly label: LocalText }>>;
  };
  readonly sources: readonly Source[];
  readonly entities: readonly (Omit<Entity, 'id'> & { readonly id: string })[];
};

const { info, sources, entities } = __PACK__;
const sourcesById = Object.fromEntries(sources.map((source) => [source.id, source]));
const labels = new Map(entities.map((entity) => [entity.id, entity.labels]));

/** One of the pack's entities, as the background would answer. */
export function detailsOf(local: string): EntityDetails {
  const source = entities.find(({ id }) => id === local) ?? entities[0];
  if (!source) throw new Error('the pack is empty');
  const entity: Entity = { ...source, id: entityId(info.id, source.id) };
  return {
    entity,
    sources: sourcesById,
    relations: source.relations.map(({ kind, to, note }) => ({
      kind,
      label: info.relationKinds?.[kind]?.label ?? { en: kind.replaceAll('-', ' ') },
      to: entityId(info.id, to),
      toLabels: labels.get(to) ?? { en: to },
      ...(note ? { note } : {}),
    })),
    pack: info,
  };
}

/** A name of the entity as a page might have it. */
export function surfaceOf({ entity }: EntityDetails): string {
  return (
    entity.aliases.find(({ lang, text }) => lang === 'en' && text.length < 12)?.text ??
    entity.labels['en'] ??
    ''
  );
}

/** The first entities, for lists. */
export function listed(count: number) {
  return entities.slice(0, count).map(({ id, labels: own, type }, i) => ({
    entity: entityId(info.id, id),
    labels: own,
    type,
    count: Math.max(1, Math.round(count / (i + 1)) - 1),
  }));
}

function made(id: string, change: Partial<Entity>): EntityDetails {
  const base = detailsOf('itu');
  return { ...base, entity: { ...base.entity, ...change, id: entityId('gallery', id) } };
}

function statement(id: string, text: LocalText, cited: readonly string[], asOf?: string): Statement {
  return { id, from: [], text, sources: cited as readonly SourceId[], ...(asOf ? { asOf } : {}) };
}

const SOME = sources.slice(0, 9).map(({ id }) => id);

/** Two hundred statements, and a source that the pack does not have. */
export const MANY = made('many', {
  statements: Array.from({ length: 200 }, (_, i) =>
    statement(
      `s${i}`,
      { en: `Statement ${i + 1} of two hundred, long enough to run on to a second line of the card.` },
      i === 2 ? ['not-in-this-pack'] : SOME.slice(i % 5, (i % 5) + 1 + (i % 4)),
      i === 1 ? '2018-03' : undefined,
    ),
  ),
});

const LONG_NAME =
  'Agreement between the Governments of the Member States of the Shanghai Cooperation Organisation on Cooperation in the Field of Ensuring International Information Security, done at Yekaterinburg on 16 June 2009, with its annexes on basic terms and on the main types of threats, their sources and their signs';

/** A label of 300 characters, and a word that has no place to break. */
export const LONG = made('long', {
  type: 'law',
  labels: { en: LONG_NAME.padEnd(300, '.').slice(0, 300) },
  aliases: [],
  statements: [
    statement(
      's0',
      { en: `An address without a break: ${'https-example-org-'.repeat(8)}` },
      SOME.slice(0, 8),
    ),
  ],
  rivals: [],
});

/** Nothing but a background. */
export const PLAIN: EntityDetails = {
  ...made('plain', {
    type: 'concept',
    labels: { en: 'Data localisation' },
    aliases: [],
    background: [
      statement(
        'b',
        { en: 'Rules that data about a country’s people be kept on machines in that country.' },
        SOME.slice(0, 1),
      ),
    ],
    statements: [],
    timeline: [],
    rivals: [],
  }),
  relations: [],
};

/** Text in Arabic, with Latin names inside it. */
export const ARABIC = made('arabic', {
  background: [
    statement(
      'b',
      {
        ar: 'الاتحاد الدولي للاتصالات (ITU) هو وكالة الأمم المتحدة المتخصصة في تكنولوجيا المعلومات والاتصالات، ومقره جنيف.',
      },
      SOME.slice(0, 2),
    ),
  ],
  statements: [
    statement('s0', { ar: 'تأسس في باريس في 17 مايو 1865 باسم الاتحاد الدولي للبرق.' }, SOME.slice(2, 3)),
    statement(
      's1',
      { ar: 'على عكس ICANN أو IETF، لا تصوّت فيه إلا الدول الأعضاء.' },
      SOME.slice(3, 5),
      '2018-10',
    ),
  ],
});

/** Text in Chinese, which has no spaces to break at. */
export const CHINESE = made('chinese', {
  background: [
    statement(
      'b',
      { 'zh-Hans': '国际电信联盟是联合国负责信息通信技术事务的专门机构，总部设在日内瓦。' },
      SOME.slice(0, 2),
    ),
  ],
  statements: [
    statement('s0', { 'zh-Hans': '1865年5月17日在巴黎成立，当时称为国际电报联盟。' }, SOME.slice(2, 3)),
    statement('s1', { 'zh-Hans': '与ICANN或IETF不同，只有成员国才有表决权。' }, SOME.slice(3, 5)),
  ],
});

/** Statements that sources contradict, two of one matter and three of another. */
export const DIFFERING = made('differing', {
  statements: [
    statement('s0', { en: 'Counted 193 member states at the end of the year.' }, SOME.slice(0, 2), '2018-12'),
    {
      ...statement('s1', { en: 'Counted 191 member states, by its own list.' }, SOME.slice(2, 3), '2018'),
      contradicts: 's0',
    },
    statement('s2', { en: 'Founded in Paris in May 1865.' }, SOME.slice(3, 4)),
    statement('s3', { en: 'Opened in 1989.' }, SOME.slice(4, 5)),
    { ...statement('s4', { en: 'Opened in 1990.' }, SOME.slice(5, 6)), contradicts: 's3' },
    {
      ...statement('s5', { en: 'Never formally opened, as far as its own papers tell.' }, SOME.slice(6, 8)),
      contradicts: 's4',
    },
  ],
});

/** A sentence whose source the pack does not have, one whose source has no address, one with an address that is no web's. */
export const UNSOURCED: EntityDetails = {
  ...made('unsourced', {
    background: [statement('b', { en: 'It is said to have begun in 1865.' }, ['not-in-this-pack'])],
    statements: [
      statement('s0', { en: 'A book that is in no library says so.' }, ['book']),
      statement('s1', { en: 'An address that leads nowhere says so.' }, ['odd']),
    ],
    timeline: [],
    rivals: [],
  }),
  relations: [],
  sources: {
    book: source('book', { title: 'A book', author: 'A. N. Author', date: '1901', language: 'la' }),
    odd: source('odd', { title: 'An odd address', url: 'javascript:alert(1)', language: 'en' }),
  },
};

/** Words of one direction inside those of the other, with figures and signs at their edges. */
export const MIXED = made('mixed', {
  labels: { en: 'Radio “صوت الناس” (FM 98.5)', ar: 'إذاعة "Voice of the People" (FM 98.5)' },
  aliases: [],
  background: [
    statement(
      'b',
      {
        en: 'A station called صوت الناس (98.5 FM), heard in Beirut; its site is named النّاس.',
        ar: 'محطة اسمها Voice of the People (98.5 FM)، تُسمع في بيروت؛ وموقعها voice.example.',
      },
      SOME.slice(0, 2),
    ),
  ],
  statements: [
    statement('s0', { ar: 'تأسست سنة 1994 (ITU-R).' }, SOME.slice(2, 3)),
    statement('s1', { en: 'In Hebrew: קול העם, 1994.' }, SOME.slice(3, 5), '2018-10'),
  ],
});

function source(id: string, fields: Partial<Source>): Source {
  return {
    id: id as SourceId,
    publisher: 'A publisher',
    language: 'en',
    kind: 'book',
    quality: 'weak',
    ...fields,
  };
}

function note(id: string, body: string, page: string, title: string, day: string, exact: string): Note {
  return {
    id: `note-${id}` as NoteId,
    kind: 'mention',
    target: {
      url: page,
      title,
      selectors: [
        {
          type: 'TextQuoteSelector',
          exact,
          prefix: 'Delegates gathered a week before the ',
          suffix: ' plenipotentiary meeting, as the idea found',
        },
      ],
      entity: entityId(info.id, 'itu'),
    },
    body,
    tags: [],
    colour: 'yellow',
    created: `${day}T09:30:00Z`,
    modified: `${day}T09:30:00Z`,
    versions: [],
  };
}

const FEATURE = [
  'https://www.example.org/features/who-writes-the-rules',
  'Who writes the rules of the wires?',
] as const;
const ARTICLE = [
  'https://news.example.net/2018/11/dubai?ref=front',
  'Dubai, again: the conference nobody watches',
] as const;

export const NOTES: readonly Note[] = [
  note('a', 'Compare the vote of 2012 with this one.\nWho changed sides?', ...FEATURE, '2026-11-20', 'ITU'),
  note(
    'b',
    'Ask Marta about the standards sector.',
    ...FEATURE,
    '2026-11-22',
    'International Telecommunication Union',
  ),
  note('c', 'الاتحاد: راجع قائمة الأعضاء', ...ARTICLE, '2026-11-23', 'ITU'),
];
