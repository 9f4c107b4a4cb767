import type { FormField } from '../../schema/index.ts';
import type { FormNote } from './notes.ts';

/** What the parts of a form are cited by: its headings with the fields below them, and its explanations. */
export class Citations {
  private readonly refs = new Set<string>();
  private readonly noted = new Map<string, string>();

  /** Fields that follow are cited by this reference. */
  open(ref: string): void {
    this.refs.add(ref);
  }

  /** Explanations are cited by what they are about: `附件2 二（2）3.1 行业分类`. */
  note(notes: readonly FormNote[], under: string): void {
    for (const { about, text } of notes) {
      if ([...this.noted.values()].includes(text)) continue;
      let ref = `${under} ${about}`;
      for (let i = 2; this.noted.has(ref) || this.refs.has(ref); i++) ref = `${under} ${about} ${i}`;
      this.noted.set(ref, text);
    }
  }

  /** Words of the form by their reference; a heading without fields has none. */
  clauses(fields: readonly FormField[]): { ref: string; text: string }[] {
    const asked = [...this.refs].flatMap((ref) => {
      const own = fields.filter((field) => field.clause === ref);
      return own.length > 0 ? [{ ref, text: own.map((field) => field.label).join('；') }] : [];
    });
    return [...asked, ...[...this.noted].map(([ref, text]) => ({ ref, text }))];
  }
}
