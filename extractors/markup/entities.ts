const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring ' +
  'AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml ' +
  'times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil ' +
  'egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ' +
  'ugrave uacute ucirc uuml yacute thorn yuml';
const others =
  'quot " amp & lt < gt > apos \' ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200c zwj \u200d ndash – mdash — lsquo ‘ ' +
  'rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › euro € trade ™ ' +
  'larr ← uarr ↑ rarr → darr ↓ harr ↔ rArr ⇒ hArr ⇔ minus − radic √ infin ∞ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sum ∑ ' +
  'check ✓ cross ✗ square □ squ □ Square □ blacksquare ▪ squf ▪ cir ○ bigcirc ◯ star ☆ starf ★ loz ◊ ' +
  'Omega Ω Delta Δ alpha α beta β gamma γ delta δ epsilon ε lambda λ mu μ pi π sigma σ phi φ omega ω';

const named = new Map<string, string>();
for (const [i, name] of latin1.split(' ').entries()) named.set(name, String.fromCharCode(160 + i));
const list = others.split(' ');
for (let i = 0; i + 1 < list.length; i += 2) named.set(list[i] ?? '', list[i + 1] ?? '');

/** Windows-1252 characters that sloppy pages number 128–159. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes numbered and common named character references; unknown ones stay as written. Nothing else expands. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,11}));?/g,
    (whole, dec, hex, name) => {
      if (name !== undefined) return named.get(name) ?? whole;
      const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
      if (code >= 128 && code < 160) return windows[code - 128] ?? whole;
      if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd';
      return String.fromCodePoint(code);
    },
  );
}
