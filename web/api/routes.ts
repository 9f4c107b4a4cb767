import { z } from 'zod';
import { batch, batchList, type NewBatch, type PolicySave } from '../../workbench/api/batches.ts';
import { type DecisionKind, me } from '../../workbench/api/common.ts';
import { type Draft, filing, pages } from '../../workbench/api/filing.ts';
import * as office from '../../workbench/api/office.ts';
import {
  type Bulk,
  bulkDone,
  bulkPreview,
  labelsInAddress,
  next,
  type QueueQuery,
  queue,
} from '../../workbench/api/queue.ts';
import { trend, trendList } from '../../workbench/api/trends.ts';
import { address, get, send, sendFile } from './client.ts';

/** Every route of the contract that the page uses, once. */

/** An answer nothing is read from. */
const nothing = z.unknown();

export const loadMe = () => get(address(['me']), me);
export const signIn = (id: string, password: string) =>
  send('POST', address(['login']), { id, password }, nothing);
export const signOut = () => send('POST', address(['logout']), {}, nothing);

export const loadBatches = () => get(address(['batches']), batchList);
export const loadBatch = (id: string) => get(address(['batches', id]), batch);
export const createBatch = (order: NewBatch) => send('POST', address(['batches']), order, batch);
export const runBatch = (id: string) => send('POST', address(['batches', id, 'run']), {}, nothing);
export const cancelBatch = (id: string) => send('POST', address(['batches', id, 'cancel']), {}, nothing);
export const setPolicy = (id: string, policy: PolicySave) =>
  send('PUT', address(['batches', id, 'policy']), policy, batch);

/** `path` is where the file lies in the dropped folder, with `/`. */
export const putFile = (id: string, path: string, file: Blob, onProgress: (share: number) => void) =>
  sendFile('PUT', address(['batches', id, 'files', ...path.split('/')]), file, nothing, onProgress);
export const putList = (
  id: string,
  kind: string,
  name: string,
  file: Blob,
  onProgress: (share: number) => void,
) => sendFile('PUT', address(['batches', id, 'lists', kind, name]), file, nothing, onProgress);

export type Asked = Partial<QueueQuery>;
const inAddress = ({ labels, ...query }: Asked) => ({ ...query, labels: labelsInAddress(labels) });
export const loadQueue = (id: string, query: Asked, signal?: AbortSignal) =>
  get(address(['batches', id, 'queue'], inAddress(query)), queue, signal);
export const previewBulk = (id: string, order: Bulk) =>
  send('POST', address(['batches', id, 'bulk', 'preview']), order, bulkPreview);
export const doBulk = (id: string, order: Bulk) =>
  send('POST', address(['batches', id, 'bulk']), order, bulkDone);

/** Address of one filing and what is under it. */
const under = (batchId: string, filingId: string, ...more: string[]) =>
  address(['batches', batchId, 'filings', filingId, ...more]);
export const loadFiling = (batchId: string, id: string) => get(under(batchId, id), filing);
export const loadPages = (batchId: string, id: string) => get(under(batchId, id, 'pages'), pages);
export const pictureOf = (batchId: string, id: string, n: number, width: number) =>
  `${under(batchId, id, 'pages', `${n}.png`)}?width=${width}`;
export const loadNext = (batchId: string, after: string, query: Asked, ahead: readonly string[]) =>
  get(address(['batches', batchId, 'next'], { after, ahead: ahead.join(','), ...inAddress(query) }), next);

interface Ruling {
  readonly subject: string;
  readonly value: string;
  readonly note: string;
}
export const act = {
  rule: (b: string, f: string, body: { revision: number; rulings: readonly Ruling[]; seconds: number }) =>
    send('POST', under(b, f, 'rulings'), body, filing),
  correct: (
    b: string,
    f: string,
    body: { revision: number; field: string; value: string; why: string; seconds: number },
  ) => send('POST', under(b, f, 'corrections'), body, filing),
  decide: (
    b: string,
    f: string,
    body: {
      revision: number;
      version: number;
      kind: DecisionKind;
      reasons: readonly string[];
      note: string;
      seconds: number;
    },
  ) => send('POST', under(b, f, 'decisions'), body, filing),
  reopen: (b: string, f: string, body: { revision: number; why: string }) =>
    send('POST', under(b, f, 'reopen'), body, filing),
  check: (b: string, f: string, body: { revision: number; agree: boolean; note: string }) =>
    send('POST', under(b, f, 'check'), body, filing),
  assign: (b: string, f: string, body: { revision: number; assignee: string }) =>
    send('POST', under(b, f, 'assign'), body, filing),
};
export const takeLease = (b: string, f: string) => send('POST', under(b, f, 'lease'), {}, nothing);
export const giveLease = (b: string, f: string) => send('DELETE', under(b, f, 'lease'), {}, nothing);
export const keepDraft = (b: string, f: string, draft: Draft) =>
  send('PUT', under(b, f, 'draft'), draft, nothing);
export const undoAct = (id: string) => send('POST', address(['undo', id]), {}, nothing);

export const loadCalls = () => get(address(['calls']), office.calls);
export const loadCall = (id: string) => get(address(['calls', id]), office.callDetail);
export const draftCall = (file: File) =>
  sendFile('POST', address(['calls', 'draft'], { name: file.name }), file, office.callDraft);
export const editDraft = (id: string, edit: { name: string; content: string; keep: boolean }) =>
  send('PUT', address(['calls', 'draft', id]), edit, office.callDraft);
export const loadAwards = (q: string, offset: number, limit: number) =>
  get(address(['awards'], { q, offset, limit }), office.awards);
export const previewAwards = (file: File) =>
  sendFile('POST', address(['awards', 'preview'], { name: file.name }), file, office.awardPreview);
export const importAwards = (id: string) =>
  send('POST', address(['awards', 'import', id]), {}, z.object({ added: z.number(), replaced: z.number() }));
export const loadArchive = (q: string, offset: number, limit: number) =>
  get(address(['archive'], { q, offset, limit }), office.archive);
export const loadQuality = (id: string) => get(address(['batches', id, 'quality']), office.quality);
export const adoptThreshold = (id: string, seen: z.output<typeof office.thresholdSave>) =>
  send('PUT', address(['batches', id, 'quality', 'threshold']), seen, office.quality);
export const loadOffice = () => get(address(['office']), office.officeOf);
export const setOffice = (save: z.output<typeof office.officeSave>) =>
  send('PUT', address(['office']), save, office.officeOf);
export const loadAudit = (query: {
  batch?: string;
  filing?: string;
  by?: string;
  offset: number;
  limit: number;
}) => get(address(['audit'], query), office.audit);
export const loadTrends = () => get(address(['trends']), trendList);
export const loadTrend = (id: string, lang: string) => get(address(['trends', id], { lang }), trend);
export const trendCsv = (id: string) => address(['trends', id, 'csv']);
export const trendMetadata = (id: string) => address(['trends', id, 'metadata']);
export const loadUsers = () => get(address(['users']), office.users);
export const editUser = (id: string, edit: z.output<typeof office.userEdit>) =>
  send('PUT', address(['users', id]), edit, z.object({ password: z.string().optional() }).optional());
export const orderPapers = (id: string, order: office.PaperOrder) =>
  send('POST', address(['batches', id, 'papers']), order, office.papers);
export const paperAddress = (id: string) => address(['papers', id]);
