/**
 * Names that are whole phrases ("Cybersecurity Law of the People's Republic of China"): nobody puts a hyphen between their
 * words, and their last word is not the one that would take the plural.
 */
export const PHRASE =
  / (?:of|in|on|at|for|from|to|with|against|the|von|im|für|gegen|zu|zur|zum|über|der|die|das|des) /i;
