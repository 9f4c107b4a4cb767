import { arch, cpus, platform, totalmem } from 'node:os';
import type { Text } from '../core/lang.ts';
import type { EmbeddingServer } from '../index/search/embed/embedding-server.ts';
import type { ModelServer } from '../language-model/model-server.ts';

/** One thing the product stands on: whether it is there, what its absence means, how to mend it. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'degraded' | 'missing';
  readonly detail: Text;
  /** What to do; absent when all is well. */
  readonly mend?: Text;
}

type Part = {
  readonly name: string;
  readonly means: Text;
  /** Without it the product cannot do its work; otherwise something else takes over. */
  readonly needed: boolean;
  readonly mend: Text;
  readonly probe: () => Promise<string>;
};

const reinstall: Text = { zh: '重新运行 npm ci', en: 'run npm ci again' };

const parts: readonly Part[] = [
  {
    name: 'PDFium',
    means: { zh: '读取 PDF 文字和版面', en: 'reads text and layout of PDF' },
    needed: true,
    mend: reinstall,
    probe: async () => {
      const { init } = await import('@embedpdf/pdfium');
      return typeof init === 'function' ? 'WASM' : '';
    },
  },
  {
    name: 'pdf.js',
    means: { zh: 'PDF 的第二读取器', en: 'second reader of PDF' },
    needed: false,
    mend: reinstall,
    probe: async () => (await import('pdfjs-dist/legacy/build/pdf.mjs')).version,
  },
  {
    name: 'onnxruntime + PP-OCR',
    means: { zh: '扫描件文字识别（默认引擎）', en: 'OCR of scans (default engine)' },
    needed: false,
    mend: {
      zh: '该平台没有预编译包时自动改用 tesseract.js；否则重新运行 npm ci',
      en: 'tesseract.js takes over where there is no binary; otherwise run npm ci again',
    },
    probe: async () => {
      const { openOcr } = await import('../extractors/ocr/engines/open-engine.ts');
      const opening = await openOcr('paddle');
      if (!opening.engine) throw new Error(opening.failures[0]?.reason.en ?? 'unavailable');
      await opening.engine.close();
      return 'PP-OCRv6';
    },
  },
  {
    name: 'entailment model',
    means: {
      zh: '整段判读材料是否写明通知要求；没有时只按字句判定，拿不准的更多',
      en: 'weighs whether passages bear out what a notice asks; without it words and grammar alone, and more stays open',
    },
    needed: false,
    mend: {
      zh: '该平台没有 onnxruntime 预编译包时不能使用；否则重新运行 npm ci',
      en: 'not to be had where onnxruntime has no binary; otherwise run npm ci again',
    },
    probe: async () => {
      const { openEntailment } = await import('../language-model/entailment/open-entailment.ts');
      await (await openEntailment())([{ claim: '已建成', passage: '已建成' }]);
      return 'bge-small-zh-v1.5';
    },
  },
  {
    name: 'tesseract.js',
    means: { zh: '扫描件文字识别（第二引擎）', en: 'OCR of scans (second engine)' },
    needed: false,
    mend: reinstall,
    probe: async () => {
      await import('tesseract.js');
      return 'chi_sim';
    },
  },
  {
    name: 'sharp',
    means: { zh: '图像处理', en: 'image processing' },
    needed: true,
    mend: reinstall,
    probe: async () => (await import('sharp')).default.versions.vips,
  },
  {
    name: 'mammoth',
    means: { zh: 'Word（DOCX）的核对读取器', en: 'cross-checking reader of Word (DOCX)' },
    needed: false,
    mend: reinstall,
    probe: async () => (typeof (await import('mammoth')).default.extractRawText === 'function' ? 'ok' : ''),
  },
  {
    name: 'LibreOffice',
    means: {
      zh: '读取 DOC / WPS 的表格和勾选；没有时只读出连续文字',
      en: 'reads tables and ticks of DOC / WPS; without it only their running text',
    },
    needed: false,
    mend: {
      zh: 'Debian/Ubuntu：apt-get install -y libreoffice-writer-nogui；Windows：安装 LibreOffice 并重开终端',
      en: 'Debian/Ubuntu: apt-get install -y libreoffice-writer-nogui; Windows: install LibreOffice and open a new terminal',
    },
    probe: async () => {
      const { findSoffice } = await import('../extractors/word/office/find-soffice.ts');
      const path = await findSoffice();
      if (!path) throw new Error('not found');
      return path;
    },
  },
  {
    name: 'hnswlib-node',
    means: {
      zh: '近似向量检索；没有时改用精确检索（较慢，结果一致）',
      en: 'approximate vector search; without it exact search takes over (slower, same results)',
    },
    needed: false,
    mend: { zh: '安装 C++ 编译器后重新运行 npm ci', en: 'install a C++ compiler and run npm ci again' },
    probe: async () => {
      await import('hnswlib-node');
      return 'ok';
    },
  },
  {
    name: '@node-rs/jieba',
    means: { zh: '中文分词', en: 'Chinese word segmentation' },
    needed: true,
    mend: reinstall,
    probe: async () => {
      await import('@node-rs/jieba');
      return 'ok';
    },
  },
  {
    name: 'SQLite (libsql)',
    means: { zh: '本地存储', en: 'local store' },
    needed: true,
    mend: reinstall,
    probe: async () => {
      const { openStore } = await import('../store/open-store.ts');
      const opening = await openStore(':memory:');
      if (!opening.ok) throw new Error(opening.detail);
      await opening.store.close();
      return 'ok';
    },
  },
];

/**
 * Tries everything the product stands on, on this machine; a model server only where one is named. Never
 * throws.
 */
export async function examine(
  modelServer?: ModelServer,
  embeddingServer?: EmbeddingServer,
): Promise<Check[]> {
  const checks: Check[] = [machine()];
  for (const part of parts) checks.push(await examinePart(part));
  checks.push(modelServer ? await examinePart(modelPart(modelServer)) : noModel);
  if (embeddingServer) checks.push(await examinePart(embedderPart(embeddingServer)));
  return checks;
}

const modelName = 'Language model';
const noModel: Check = {
  name: modelName,
  state: 'ok',
  detail: {
    zh: '语言模型：未启用，不发出任何请求（需要时用 --model-server 和 --model 指定）',
    en: 'language model: off, no request is sent (name one with --model-server and --model)',
  },
};

function modelPart(server: ModelServer): Part {
  return {
    name: modelName,
    means: { zh: '补读未读出的栏目', en: 'reads fields that were not found otherwise' },
    needed: false,
    mend: {
      zh: '检查 --model-server（到 /v1 为止）、--model 和环境变量 CHUSHEN_MODEL_KEY',
      en: 'check --model-server (up to /v1), --model and the variable CHUSHEN_MODEL_KEY',
    },
    probe: async () => (await import('../language-model/open-asker.ts')).probeModel(server),
  };
}

function embedderPart(server: EmbeddingServer): Part {
  return {
    name: 'Embedding server',
    means: {
      zh: '按语义比较；不可用时改用内置嵌入',
      en: 'compares by meaning; without it the built-in embedder takes over',
    },
    needed: false,
    mend: {
      zh: '检查 --embed-server（到 /v1 为止）、--embed-model 和环境变量 CHUSHEN_EMBED_KEY',
      en: 'check --embed-server (up to /v1), --embed-model and the variable CHUSHEN_EMBED_KEY',
    },
    probe: async () => {
      const { ServerEmbeddings } = await import('../index/search/embed/server-embeddings.ts');
      const vector = await new ServerEmbeddings({ ...server, timeoutSeconds: 15 }).embedQuery('初审');
      return `${server.model}, ${vector.length}`;
    },
  };
}

function machine(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  const memory = Math.round(totalmem() / 2 ** 30);
  const what = `Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} CPU, ${memory} GB`;
  return {
    name: 'Node.js',
    state: enough ? 'ok' : 'missing',
    detail: { zh: what, en: what },
    ...(enough ? {} : { mend: { zh: '需要 Node 20.19 或更高版本', en: 'Node 20.19 or newer is needed' } }),
  };
}

async function examinePart(part: Part): Promise<Check> {
  try {
    const found = await part.probe();
    return {
      name: part.name,
      state: 'ok',
      detail: { zh: `${part.means.zh}（${found}）`, en: `${part.means.en} (${found})` },
    };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    return {
      name: part.name,
      state: part.needed ? 'missing' : 'degraded',
      detail: {
        zh: `${part.means.zh}：不可用（${reason}）`,
        en: `${part.means.en}: unavailable (${reason})`,
      },
      mend: part.mend,
    };
  }
}
