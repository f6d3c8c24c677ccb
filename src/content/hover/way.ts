/**
 * The way from a mention to its card: whoever is on it has not left, however slowly they go and whatever lies between.
 *
 *          . the pointer, where it was last on the mention
 *         / \
 *     +--/---\----------+
 *     |      the card   |
 *
 * A pointer is on its way while it is in the triangle between that place and an edge of the card.
 */

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Pixels that a hand may go astray. */
const ASTRAY = 6;

/** Whether a place is between `from` and a card. */
export function isOnWay(place: Place, from: Place, card: DOMRect): boolean {
  const left = card.left - ASTRAY;
  const right = card.right + ASTRAY;
  const top = card.top - ASTRAY;
  const bottom = card.bottom + ASTRAY;
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  // A step back from the card, so that the triangle is not a point where the way begins.
  const start = {
    x: from.x + Math.sign(from.x - Math.min(Math.max(from.x, left), right)) * ASTRAY,
    y: from.y + Math.sign(from.y - Math.min(Math.max(from.y, top), bottom)) * ASTRAY,
  };
  return corners.some((corner, i) => isInTriangle(place, start, corner, corners[(i + 1) % 4] ?? corner));
}

/** By the side of each edge that it is on: the same for all three inside. */
function isInTriangle(place: Place, a: Place, b: Place, c: Place): boolean {
  const side = (from: Place, to: Place) =>
    (to.x - from.x) * (place.y - from.y) - (to.y - from.y) * (place.x - from.x);
  const sides = [side(a, b), side(b, c), side(c, a)];
  return sides.every((one) => one >= 0) || sides.every((one) => one <= 0);
}
