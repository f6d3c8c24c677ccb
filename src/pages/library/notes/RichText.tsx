/** A note's text, from the tree that its Markdown was read to: nodes, no string of HTML. */
import { type ComponentChildren, h } from 'preact';
import type { Note } from '../../../core/model.ts';
import type { Rich, RichTag } from '../../../core/rich/rich.ts';
import { TextButton } from '../../../ui/Buttons.tsx';
import { useState } from '../../../ui/hooks.ts';
import { WebLink } from '../../../ui/WebLink.tsx';
import type { Translate } from '../../../ui/words.ts';
import { readMarkdown } from '../read-markdown.ts';

/** Characters that are shown of a note before the rest is asked for. */
const SHOWN = 4_000;

/** Read once: a list that scrolls comes by the same note often. */
const trees = new WeakMap<Note, readonly Rich[]>();

export function RichText({ note, t }: { readonly note: Note; readonly t: Translate }) {
  const [isWhole, setWhole] = useState(false);
  if (note.body.length > SHOWN && !isWhole)
    return (
      <div class="rich" dir="auto">
        <pre>{`${note.body.slice(0, SHOWN)}…`}</pre>
        <TextButton onClick={() => setWhole(true)}>{t('showAllText')}</TextButton>
      </div>
    );
  let tree = trees.get(note);
  if (!tree) {
    tree = readMarkdown(note.body);
    trees.set(note, tree);
  }
  return (
    <div class="rich" dir="auto">
      {nodesOf(tree, t)}
    </div>
  );
}

/** A heading of a note is none of the page's. */
const ELEMENTS: Readonly<Partial<Record<RichTag, string>>> = { heading: 'p' };

function nodesOf(all: readonly Rich[], t: Translate): ComponentChildren[] {
  return all.map((node) => {
    if (typeof node === 'string') return node;
    const { tag, children, href, start } = node;
    if (tag === 'a')
      return (
        <WebLink url={href} t={t}>
          {nodesOf(children, t)}
        </WebLink>
      );
    if (tag === 'br' || tag === 'hr') return h(tag, {});
    return h(
      ELEMENTS[tag] ?? tag,
      { ...(tag === 'heading' ? { class: 'heading' } : {}), ...(start === undefined ? {} : { start }) },
      nodesOf(children, t),
    );
  });
}
