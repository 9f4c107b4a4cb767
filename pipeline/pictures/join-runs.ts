import type { Document } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import type { Input } from '../../extractors/containers/input.ts';
import { joinPictures, type PagePicture } from '../../extractors/image/join-pictures.ts';
import type { ReadSettings } from '../../jobs/readers/messages.ts';
import {
  documentOf,
  type InputRead,
  keepBytes,
  keepReading,
  type ReadFile,
  type ReadingRoom,
} from '../stages/readings.ts';
import { orderPages, type Pages } from './order-pages.ts';
import { pageList } from './page-list.ts';
import { type PageSigns, signsOf } from './page-signs.ts';
import { pictureRuns } from './picture-runs.ts';

/** A call's form, as far as the pages of one are told by it. */
export interface FormSought {
  readonly title: string;
  /** Whether a document is such a form, filled. */
  readonly isForm: (document: Document) => Promise<boolean>;
}

interface Options {
  readonly settings: ReadSettings;
  readonly form?: FormSought;
}

interface ReadPage {
  readonly input: Input;
  readonly one: InputRead;
  readonly document: Document | undefined;
  readonly signs: PageSigns;
}

/** Longer runs are albums, and their pictures stay files of their own. */
const longestRun = 500;
const namedFiles = 30;

/** Holds back the pictures of each run until all of it was read, and then gives out what they are together. */
export class PictureRuns {
  private readonly runOf = new Map<Input, readonly Input[]>();
  private readonly read = new Map<Input, InputRead>();
  private readonly options: Options;
  private readonly room: ReadingRoom;

  constructor(inputs: readonly Input[], options: Options, room: ReadingRoom) {
    this.options = options;
    this.room = room;
    for (const run of pictureRuns(inputs))
      if (run.length <= longestRun) for (const input of run) this.runOf.set(input, run);
  }

  /** What is now known of: the file itself, nothing while its run is not complete, then all of the run. */
  async add(input: Input, one: InputRead): Promise<(readonly [Input, InputRead])[]> {
    const run = this.runOf.get(input);
    if (!run) return [[input, one]];
    this.read.set(input, one);
    const reads = run.flatMap((other) => {
      const found = this.read.get(other);
      return found ? [{ input: other, one: found }] : [];
    });
    if (reads.length < run.length) return [];
    for (const other of run) this.read.delete(other);
    const pages: ReadPage[] = [];
    for (const { input: other, one: found } of reads) {
      const document = await found.document();
      pages.push({
        input: other,
        one: found,
        document,
        signs: signsOf(document, this.options.form?.title),
      });
    }
    const whole: (readonly [Input, InputRead])[] = [];
    for (const part of orderPages(pages)) {
      const joined = await this.joined(part);
      if (joined) whole.push(joined);
      else for (const page of part.pages) whole.push([page.input, page.one]);
    }
    return whole;
  }

  /** `undefined` where the pictures are not the pages of one document, as far as can be told. */
  private async joined(part: Pages<ReadPage>): Promise<readonly [Input, InputRead] | undefined> {
    const { pages } = part;
    const [first] = pages;
    // A picture that cannot be loaded is still a page of it: one that nobody has read.
    if (!first || pages.filter(({ one }) => one.read.key !== undefined).length < 2) return undefined;
    const pictures = pages.map(
      ({ input, one, document }): PagePicture => ({
        name: nameOf(input),
        problems: one.read.problems,
        ...(document ? { document } : {}),
      }),
    );
    const whole = joinPictures(pictures, this.options.settings.maxPages);
    const { form } = this.options;
    if (!part.certain) {
      // What only together makes the form is one; pages that each hold all of it are not.
      if (!form) return undefined;
      for (const { document } of pages) if (document && (await form.isForm(document))) return undefined;
      const printed = pages.flatMap(({ signs }) => signs.printed ?? []);
      if (new Set(printed).size < printed.length || !(await form.isForm(whole))) return undefined;
    }
    const document: Document = { ...whole, problems: [...problemsOf(part), ...whole.problems] };
    return [first.input, await this.keep(pages, document)];
  }

  private async keep(pages: readonly ReadPage[], document: Document): Promise<InputRead> {
    const { room } = this;
    const list = pageList(pages.map(({ input, one }) => ({ id: one.read.id, name: nameOf(input) })));
    const key = joinedKey(
      list.id,
      pages.map(({ one }) => one.read.key ?? ''),
      document,
      room,
    );
    const { problems } = document;
    await keepBytes(room, list.id, list.bytes);
    const kept = pages.every(({ one }) => one.read.kept) && (await room.outputs.has('read', [key]));
    if (!kept) await keepReading(key, { document, problems }, room.outputs);
    const read: ReadFile = { id: list.id, file: pages[0]?.input.file ?? '', key, problems, kept };
    return {
      read,
      document: async () => (kept ? await documentOf(read, room.outputs) : document),
    };
  }
}

/** What a joined document rests on: its pages' readings, their names and order, and what was said of these. */
function joinedKey(id: string, pages: readonly string[], document: Document, room: ReadingRoom): string {
  return room.outputs.keyFor('read', ['pages', id, pages, document.problems.map(({ code }) => code)]);
}

const nameOf = ({ file }: Input) => file.replace(/^.*[/\\]/u, '');

function problemsOf({ pages, reordered, missing }: Pages<ReadPage>): Problem[] {
  const names = pages.map(({ input }) => nameOf(input));
  const files = `${names.slice(0, namedFiles).join('、')}${names.length > namedFiles ? ' …' : ''}`;
  const values = {
    count: names.length,
    files,
    order: reordered ? '印刷页码' : '文件名',
    orderEn: reordered ? 'their printed numbers' : 'their names',
  };
  const gap: Problem = { code: 'pictures-missing', values: { pages: missing.join('、') } };
  return [{ code: 'pictures-joined', values }, ...(missing.length > 0 ? [gap] : [])];
}
