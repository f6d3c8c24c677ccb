/** The colours of notes, to choose one. */
import { NOTE_COLOURS, type NoteColour } from '../core/note.ts';
import type { Translate } from './words.ts';

interface ChooseColourProps {
  readonly colour: NoteColour | null;
  readonly t: Translate;
  readonly onChange: (colour: NoteColour) => void;
}

/** A swatch for each colour, with its name for those who cannot tell them apart. */
export function ChooseColour({ colour, t, onChange }: ChooseColourProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a line with others
    <div class="colours" role="group" aria-label={t('noteColour')}>
      {NOTE_COLOURS.map((one) => (
        <button
          key={one}
          type="button"
          class={`swatch ${one}`}
          aria-pressed={colour === one}
          aria-label={t(`colour_${one}`)}
          title={t(`colour_${one}`)}
          onClick={() => onChange(one)}
        />
      ))}
    </div>
  );
}
