import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** The typed arrays Emscripten puts on the module; they are replaced when the memory grows. */
interface Heap {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

/** Called for every character or path segment: Emscripten's wrapper would cost more than the call. */
const hot = [
  'FPDFText_GetUnicode',
  'FPDFText_IsGenerated',
  'FPDFText_GetTextObject',
  'FPDFText_GetFontSize',
  'FPDFText_GetCharAngle',
  'FPDFTextObj_GetFont',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFPage_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetClipPath',
  'FPDFClipPath_CountPaths',
  'FPDFClipPath_CountPathSegments',
  'FPDFClipPath_GetPathSegment',
  'FPDFPath_CountSegments',
  'FPDFPath_GetPathSegment',
  'FPDFPathSegment_GetType',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetCharOrigin',
  'FPDFText_GetMatrix',
  'FPDFPageObj_GetMatrix',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_GetStrokeColor',
  'FPDFPageObj_GetStrokeWidth',
  'FPDFPath_GetDrawMode',
  'FPDFPathSegment_GetPoint',
  'FPDFPathSegment_GetClose',
] as const;

/** One loaded PDFium with a scratch area for results that come back by pointer. */
export interface Pdfium {
  readonly api: WrappedPdfiumModule;
  /** 64 bytes; slot `n` below counts in the size of the type read. */
  readonly scratch: number;
  float(slot: number): number;
  double(slot: number): number;
  int(slot: number): number;
  /** Memory as it is now: never keep it over another call. */
  bytes(): Uint8Array;
  malloc(size: number): number;
  free(pointer: number): void;
  /** Calls a function that writes UTF-16 into a buffer and returns its size in bytes. */
  text(read: (buffer: number, size: number) => number): string;
}

let loading: Promise<Pdfium> | undefined;

/** PDFium is loaded once for the process; its memory is reused from file to file. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= load();
  return loading;
}

/** After a crash inside WASM its memory cannot be trusted: the next file gets a fresh one. */
export function dropPdfium(): void {
  loading = undefined;
}

async function load(): Promise<Pdfium> {
  const { init } = await import('@embedpdf/pdfium');
  const file = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const wasmBinary = new Uint8Array(file).buffer;
  // The package's types lean on @types/emscripten, which it does not bring: what is used is named here.
  const api = await init({ wasmBinary } as Parameters<typeof init>[0]);
  api.PDFiumExt_Init();
  const exported = api.pdfium.wasmExports as unknown as Record<string, (...args: number[]) => number>;
  // They answer 1 and 0 instead of true and false.
  for (const name of hot) Object.assign(api, { [name]: exported[name] });
  const heap = api.pdfium as unknown as Heap;
  const malloc = (size: number) => api.pdfium.wasmExports.malloc(size);
  const free = (pointer: number) => api.pdfium.wasmExports.free(pointer);
  const scratch = malloc(64);
  return {
    api,
    scratch,
    float: (slot) => heap.HEAPF32[(scratch >> 2) + slot] ?? 0,
    double: (slot) => heap.HEAPF64[(scratch >> 3) + slot] ?? 0,
    int: (slot) => heap.HEAP32[(scratch >> 2) + slot] ?? 0,
    bytes: () => heap.HEAPU8,
    malloc,
    free,
    text(read) {
      const size = read(0, 0);
      if (size <= 2 || size > 4_000_000) return '';
      const buffer = malloc(size);
      try {
        read(buffer, size);
        return new TextDecoder('utf-16le').decode(heap.HEAPU8.slice(buffer, buffer + size - 2));
      } finally {
        free(buffer);
      }
    },
  };
}
