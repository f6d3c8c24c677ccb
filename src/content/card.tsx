/** The card's script, sent into the page with the first hover. It only wires: `card/cards.ts` is what happens then. */
import { bridge } from './card/bridge.ts';
import { startCards } from './card/cards.ts';
import { LENT } from './card/lent.ts';

bridge().lent ??= LENT;
bridge().cards ??= startCards();
