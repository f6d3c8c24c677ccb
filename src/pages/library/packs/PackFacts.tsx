/** What a pack says of itself. */
import type { PackSummary } from '../../../protocol/desk.ts';
import { TextButton } from '../../../ui/Buttons.tsx';
import { Words } from '../../../ui/LocalText.tsx';
import { WebLink } from '../../../ui/WebLink.tsx';
import { type PluralKey, plural, type Translate } from '../../../ui/words.ts';

const COUNTS = {
  entities: 'packFound',
  statements: 'packStatements',
  dates: 'packDates',
  sources: 'sources',
} as const satisfies Readonly<Record<keyof PackSummary['counts'], PluralKey>>;

interface PackFactsProps {
  readonly pack: PackSummary;
  readonly lang: string;
  readonly t: Translate;
  readonly onSwitch: (isOn: boolean) => void;
  /** Given where another pack stands before it. */
  readonly onUp?: (() => void) | undefined;
}

export function PackFacts({ pack, lang, t, onSwitch, onUp }: PackFactsProps) {
  const counts = Object.entries(COUNTS) as [keyof PackSummary['counts'], PluralKey][];
  return (
    <section class="pack">
      <h2>
        <Words {...pack.title} />
      </h2>
      <label class="choice-row">
        <span>{t('packOn')}</span>
        <input
          type="checkbox"
          name={pack.id}
          checked={pack.isOn}
          onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
        />
      </label>
      {onUp && <TextButton onClick={onUp}>{t('packUp')}</TextButton>}
      <p>
        <Words {...pack.description} />
      </p>
      <p class="quiet facts dotted">
        <span>{t('packVersion', pack.version)}</span>
        <span>{pack.edition}</span>
        <span>
          <WebLink url={pack.licence.url} t={t}>
            {pack.licence.id}
          </WebLink>
        </span>
      </p>
      <p class="quiet facts dotted">
        {counts.map(([what, stem]) => (
          <span key={what}>{plural(t, lang, stem, pack.counts[what])}</span>
        ))}
      </p>
    </section>
  );
}
