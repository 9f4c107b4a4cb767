import { Button } from 'antd';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { FilingDetail, Pages } from '../../workbench/api/filing.ts';
import { pictureOf } from '../api/routes.ts';
import { useLang } from '../app/lang.tsx';
import { filingWords as w } from '../words/filing.ts';
import { type Lit, pictureWidth } from './boxes.ts';
import { showsPicturesOf } from './cache.ts';

export interface PageViewHandle {
  readonly turn: (by: 1 | -1) => void;
  readonly zoom: (by: 1 | -1 | 0) => void;
}

interface Props {
  readonly ref: Ref<PageViewHandle>;
  readonly batch: string;
  readonly filing: FilingDetail;
  readonly pages: Pages | undefined;
  readonly lit: readonly Lit[];
}

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
/** Pixels left and right of a page. */
const margin = 12;
/** Kept from filing to filing: who needs it large needs it large everywhere. */
let lastZoom = 1;

/** Of a long path the file and its folder: they tell it from its neighbours. */
const nameIn = (path: string) => path.split('/').slice(-2).join('/');

/** The filing's pages as they look, one under another, with the places of what is looked at lit. */
export function PageView({ ref, batch, filing, pages, lit }: Props) {
  const { t } = useLang();
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [zoom, setZoom] = useState(lastZoom);
  const [at, setAt] = useState(1);
  lastZoom = zoom;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setRoom(element.clientWidth - 2 * margin);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const width = Math.max(200, Math.round(room * zoom));
  const pixels = pictureWidth(width * window.devicePixelRatio);
  useEffect(() => {
    if (room > 0) showsPicturesOf(pixels);
  }, [pixels, room]);

  const sheetOf = (n: number) => box.current?.querySelector<HTMLElement>(`[data-page="${n}"]`);
  const first = lit[0];
  const key = JSON.stringify(first ?? null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!first || !element || room === 0) return;
    const page = pages?.pages.find(({ n }) => n === first.n);
    const sheet = sheetOf(first.n);
    if (!page || !sheet) return;
    const scale = sheet.clientWidth / page.width;
    const [left, top, , bottom] = first.box;
    const middle = sheet.offsetTop + ((top + bottom) / 2) * scale;
    element.scrollTop = middle - element.clientHeight * 0.4;
    element.scrollLeft = sheet.offsetLeft + left * scale - element.clientWidth * 0.3;
  }, [key, width, pages]);

  useImperativeHandle(ref, () => ({
    turn: (by) => {
      const to = Math.min(Math.max(1, at + by), pages?.pages.length ?? 1);
      const sheet = sheetOf(to);
      if (sheet && box.current) box.current.scrollTop = sheet.offsetTop - margin;
    },
    zoom: (by) =>
      setZoom((now) => {
        if (by === 0) return 1;
        return (by > 0 ? zooms.find((step) => step > now) : zooms.findLast((step) => step < now)) ?? now;
      }),
  }));

  const scrolled = () => {
    const element = box.current;
    if (!element) return;
    const sheets = [...element.querySelectorAll<HTMLElement>('[data-page]')];
    const middle = element.scrollTop + element.clientHeight / 2;
    const seen = sheets.findLast((sheet) => sheet.offsetTop <= middle);
    if (seen) setAt(Number(seen.dataset.page));
  };

  const now = pages?.pages.find(({ n }) => n === at);
  const step = (by: 1 | -1 | 0) =>
    setZoom((before) =>
      by === 0
        ? 1
        : ((by > 0 ? zooms.find((one) => one > before) : zooms.findLast((one) => one < before)) ?? before),
    );
  return (
    <section className="viewer" aria-label={t(w.pages)}>
      <div className="viewer-head">
        <span className="cut grow" title={now?.file ?? filing.file}>
          {nameIn(now?.file ?? filing.file)}
        </span>
        <span className="nowrap">{pages?.shown ? t(w.pageOf, { n: at, of: pages.pages.length }) : ''}</span>
        <Button size="small" aria-label={t(w.zoomOut)} title={t(w.zoomOut)} onClick={() => step(-1)}>
          −
        </Button>
        <Button size="small" title={t(w.fit)} onClick={() => step(0)}>
          {Math.round(zoom * 100)}%
        </Button>
        <Button size="small" aria-label={t(w.zoomIn)} title={t(w.zoomIn)} onClick={() => step(1)}>
          ＋
        </Button>
      </div>
      <div
        className="viewer-pages"
        ref={box}
        onScroll={scrolled}
        tabIndex={0}
        role="region"
        aria-label={t(w.pages)}
      >
        {pages ? null : <p className="pad">{t(w.drawing)}</p>}
        {pages && !pages.shown ? <p className="pad">{pages.why ? t(pages.why) : t(w.notShown)}</p> : null}
        {pages?.shown && room > 0
          ? pages.pages.map((page) => (
              <div
                key={page.n}
                className="page"
                data-page={page.n}
                style={{ width, height: (width * page.height) / page.width }}
              >
                <img
                  src={pictureOf(batch, filing.filing, page.n, pixels)}
                  alt={`${page.file} ${t(w.page, { n: page.page })}`}
                  loading={page.n === 1 ? 'eager' : 'lazy'}
                  decoding={page.n === 1 ? 'sync' : 'async'}
                />
                {lit
                  .filter(({ n }) => n === page.n)
                  .map(({ box: [left, top, right, bottom] }, index) => (
                    <span
                      key={index}
                      className="lit"
                      style={{
                        left: `${(left / page.width) * 100}%`,
                        top: `${(top / page.height) * 100}%`,
                        width: `${((right - left) / page.width) * 100}%`,
                        height: `${((bottom - top) / page.height) * 100}%`,
                      }}
                    />
                  ))}
              </div>
            ))
          : null}
      </div>
    </section>
  );
}
