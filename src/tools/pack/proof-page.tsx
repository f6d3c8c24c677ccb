/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The page of a pack's proof, run in the editor's browser: on the left the index, then each entity's card as readers see it, and
 * beside it what only the matcher reads: names with their class, cue words, rival senses. See `write-proof.ts`.
 */
import { render } from 'preact';
import messages from '../../../assets/_locales/en/messages.json' with { type: 'json' };
import { entryOf } from '../../core/card/entry-of.ts';
import { inLanguage } from '../../core/card/languages.ts';
import type { Entity, EntityDetails } from '../../core/model.ts';
import type { AliasRow } from '../../core/pack/alias-hygiene.ts';
import { Card } from '../../ui/Card.tsx';
import { useState } from '../../ui/hooks.ts';
import { CARD_STYLES } from '../../ui/styles.ts';
import type { Translate } from '../../ui/words.ts';
import { whyWords } from './hygiene.ts';
import proof from './proof.css';
import type { ProofData } from './write-proof.ts';

const data: ProofData = JSON.parse(document.getElementById('data')?.textContent ?? '');
const { info, entities, sources, relationKinds } = data.reference;
const labels = new Map(entities.map((entity) => [entity.id, entity.labels]));
const sourcesById = Object.fromEntries(sources.map((source) => [source.id, source]));
const aliasesByEntity = new Map<string, AliasRow[]>();
for (const row of data.aliases)
  aliasesByEntity.set(row.entity, [...(aliasesByEntity.get(row.entity) ?? []), row]);

const localOf = (id: string) => id.slice(id.indexOf(':') + 1);
const labelOf = ({ labels }: Entity) => inLanguage(labels, 'en').text;

/** As browsers fill in messages: `$NAME$` by its placeholder, and that by its place. */
const t: Translate = (key, ...values) => {
  const { message = '', placeholders = {} } = (messages as Record<string, Message>)[key] ?? {};
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const place = Number(placeholders[name.toLowerCase()]?.content.slice(1));
    return String(values[place - 1] ?? '');
  });
};
interface Message {
  readonly message?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** As the background would answer. */
function detailsOf(entity: Entity): EntityDetails {
  return {
    entity,
    sources: sourcesById,
    relations: entity.relations.flatMap((relation) => {
      const [toLabels, label] = [labels.get(relation.to), relationKinds[relation.kind]?.label];
      return toLabels && label ? [{ ...relation, toLabels, label }] : [];
    }),
    pack: info,
  };
}

function Proof() {
  const [wanted, setWanted] = useState('');
  const words = wanted.toLowerCase().split(/\s+/);
  const shown = entities
    .filter((entity) =>
      words.every((word) => `${labelOf(entity)} ${entity.id} ${entity.type}`.toLowerCase().includes(word)),
    )
    .toSorted((a, b) => labelOf(a).localeCompare(labelOf(b), 'en'));
  return (
    <>
      <nav aria-label="Index">
        <h1>{inLanguage(info.title, 'en').text}</h1>
        <p>
          {info.version}, {info.date}, {info.licence.id}
        </p>
        <input
          type="search"
          aria-label="Find an entity"
          placeholder={`Find among ${entities.length}`}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <ol>
          {shown.map((entity) => (
            <li key={entity.id}>
              <a href={`#${localOf(entity.id)}`}>{labelOf(entity)}</a> <small>{entity.type}</small>
            </li>
          ))}
        </ol>
      </nav>
      <main>
        <section class="counts">
          <p>{inLanguage(info.description, 'en').text}</p>
          <table>
            <tbody>
              {data.counts.map(([name, value]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {entities
          .toSorted((a, b) => labelOf(a).localeCompare(labelOf(b), 'en'))
          .map((entity) => (
            <article key={entity.id} id={localOf(entity.id)} aria-label={labelOf(entity)}>
              <CardOf entity={entity} />
              <Names entity={entity} />
            </article>
          ))}
      </main>
    </>
  );
}

const sheets = [
  ...CARD_STYLES,
  // Everything at once: nothing scrolls inside, nothing is written.
  '.card { max-height: none; animation: none; box-shadow: none; } .card header { max-height: none; } .card .body { overflow: visible; } .card .editor { display: none; }',
].map((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
});

const ignore = () => {};

/** A card in a shadow root, with the styles it has in the extension, and all its folds open. */
function CardOf({ entity }: { readonly entity: Entity }) {
  return (
    <div
      class="card-of"
      ref={(host: HTMLElement | null) => {
        if (!host || host.shadowRoot) return;
        const root = host.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = sheets;
        render(
          <Card
            state={{ kind: 'ready', entry: entryOf(detailsOf(entity), 'en-GB') }}
            status=""
            lang="en-GB"
            t={t}
            onClose={ignore}
            onRelation={(id) => {
              location.hash = localOf(id);
            }}
          />,
          root,
        );
        openFolds(root);
      }}
    />
  );
}

/** Opens what is folded, now and as the card is drawn further. */
function openFolds(root: ShadowRoot): void {
  for (const fold of root.querySelectorAll<HTMLElement>('button.more')) fold.click();
  if (root.querySelector('[aria-busy=true]')) requestAnimationFrame(() => openFolds(root));
}

function Names({ entity }: { readonly entity: Entity }) {
  const local = localOf(entity.id);
  return (
    <div class="names">
      <h2>{local}</h2>
      <table>
        <tbody>
          {(aliasesByEntity.get(local) ?? []).map((row) => (
            <tr key={`${row.lang} ${row.alias}`} class={row.class}>
              <td>
                <bdi lang={row.lang}>{row.alias}</bdi>
              </td>
              <td>{row.lang}</td>
              <td>{row.case}</td>
              <td>
                {row.class}, {whyWords(row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        {Object.entries(entity.labels).map(([lang, text]) => (
          <Row key={lang} name={`label ${lang}`} values={[text]} lang={lang} />
        ))}
        {Object.entries(entity.cues).map(([lang, words]) => (
          <Row key={lang} name={`cues ${lang}`} values={words} lang={lang} />
        ))}
        {entity.rivals.map(({ label, cues }) => (
          <Row key={label} name={`not: ${label}`} values={cues} lang="en" />
        ))}
      </dl>
    </div>
  );
}

function Row({
  name,
  values,
  lang,
}: {
  readonly name: string;
  readonly values: readonly string[];
  readonly lang: string;
}) {
  if (values.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd lang={lang}>{values.join(', ')}</dd>
    </div>
  );
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(proof);
document.adoptedStyleSheets = [sheet];
const place = document.createElement('div');
document.body.append(place);
render(<Proof />, place);
// The place that the address names was not there when the page was read.
if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
