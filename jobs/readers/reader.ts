import type { Document } from '../../core/document.ts';
import type { OcrEngine } from '../../extractors/ocr/engines/engine.ts';
import { openOcr } from '../../extractors/ocr/engines/open-engine.ts';
import { readDocument } from '../../extractors/read-document.ts';
import type { ReadOptions } from '../../extractors/read-options.ts';
import type { ReadReply, ReadRequest, ReadSettings } from './messages.ts';
import { watchParent } from './watch-parent.ts';

/** A reader process: takes one file at a time from its parent and answers with the document. */

let engine: Promise<OcrEngine | undefined> | undefined;

function optionsFor(settings: ReadSettings, onPage: ReadOptions['onPage']): ReadOptions {
  const { ocr, ocrModels, maxPages, soffice } = settings;
  return {
    maxPages,
    ...(soffice === undefined ? {} : { soffice }),
    ...(ocr === 'off'
      ? {}
      : { ocr: () => (engine ??= openOcr(ocr, ocrModels?.folder).then((opening) => opening.engine)) }),
    ...(onPage ? { onPage } : {}),
  };
}

const send = (reply: ReadReply) => process.send?.(reply);

process.on('message', async (request: ReadRequest) => {
  const { id, name, settings } = request;
  send({ id, kind: 'taken' });
  // The file's bytes come as a Uint8Array over structured clone.
  const bytes = new Uint8Array(request.bytes);
  try {
    const options = optionsFor(settings, (page, pages) => send({ id, kind: 'page', page, pages }));
    const { document, problems } = await readDocument({ name, bytes }, options);
    send({ id, kind: 'done', ...(document ? { document: shortened(document) } : {}), problems });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    send({ id, kind: 'done', problems: [{ code: 'stage-failed', values: { stage: 'read', reason } }] });
  }
});

/**
 * Numbers to a thousandth (of a point, of certainty): finer than any renderer, and the same whether a document
 * comes from its file or from the store.
 */
function shortened(document: Document): Document {
  const short = (_key: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
  return JSON.parse(JSON.stringify(document, short)) as Document;
}

watchParent();
process.on('disconnect', () => process.exit(0));
// An orderly exit stops the programs that were started for a file; a signal left alone would not.
for (const [signal, number] of [
  ['SIGTERM', 15],
  ['SIGINT', 2],
  ['SIGHUP', 1],
] as const)
  process.on(signal, () => process.exit(128 + number));
