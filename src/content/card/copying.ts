/**
 * Copies an entry. Browsers let a page copy only while a click is being answered, so what may be copied is fetched when the
 * choices are shown. Pages without a secure context have no `navigator.clipboard`: there, text of ours is selected and copied.
 */
import type { Citations } from '../../core/card/citation.ts';
import type { EntityId } from '../../core/model.ts';
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import type { Copying } from '../../ui/Foot.tsx';

/** `onDone` is told whether the text is in the clipboard. */
export function copyingOf(
  about: () => EntityId | undefined,
  root: ShadowRoot,
  onDone: (isDone: boolean) => void,
): Copying {
  let fetched: Promise<Citations | null> | undefined;
  return {
    onAsk() {
      const id = about();
      fetched = id && callBackground('getCitations', { id });
      fetched?.catch((error) => report('fetching citations', error));
    },
    async onChoose(format) {
      try {
        // A click is being answered for some seconds, in both browsers: time for what is still on its way.
        const text = (await fetched)?.[format];
        if (!text) throw new Error('nothing to copy');
        const copied = navigator.clipboard?.writeText(text) ?? Promise.reject();
        await copied.catch(() => copySelected(text, root) || Promise.reject());
        onDone(true);
      } catch {
        onDone(false);
      }
    },
  };
}

function copySelected(text: string, root: ShadowRoot): boolean {
  const focused = root.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  root.append(field);
  field.select();
  const isDone = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isDone;
}
