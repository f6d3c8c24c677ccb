/** The styles of marks on light, middling and dark ground, in four scripts, painted by the rules that pages get. */

import rules from '../../src/content/marks/marks.css';
import { MARK_STYLES } from '../../src/core/model.ts';
import { useEffect, useRef } from '../../src/ui/hooks.ts';

const TEXTS = [
  [
    'en',
    'Delegates gathered a week before the ',
    'Plenipotentiary Conference',
    ', as the idea found new friends.',
  ],
  ['ru', 'Делегаты собрались за неделю до ', 'Полномочной конференции', ', когда у идеи нашлись друзья.'],
  ['ar', 'اجتمع المندوبون قبل أسبوع من ', 'مؤتمر المندوبين المفوضين', '، وقد وجدت الفكرة أنصارًا.'],
  ['zh-Hans', '代表们在', '国际电信联盟', '全权代表大会前一周齐聚一堂。'],
] as const;

const TONES = [
  ['on-light', '#222', '#fff'],
  ['on-mid', '#111', '#9aa0a6'],
  ['on-dark', '#ddd', '#16181d'],
] as const;

export function Marks() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    for (const mark of place.current?.querySelectorAll<HTMLElement>('[data-mark]') ?? []) {
      const name = mark.dataset['mark'] ?? '';
      const range = new Range();
      range.selectNodeContents(mark);
      CSS.highlights.set(name, (CSS.highlights.get(name) ?? new Highlight()).add(range));
    }
  }, []);
  return (
    <div ref={place}>
      {MARK_STYLES.map((style) =>
        TONES.map(([tone, color, background]) => (
          <div key={tone} style={{ color, background, padding: '8px 16px', font: '18px/1.6 serif' }}>
            <small>{style}</small>
            {TEXTS.map(([lang, before, name, after]) => (
              <p key={lang} lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'} style={{ margin: 0 }}>
                {before}
                <span data-mark={`glossator-${style}-${tone}`}>{name}</span>
                {after}
              </p>
            ))}
          </div>
        )),
      )}
    </div>
  );
}
