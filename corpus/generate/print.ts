import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import type { Element } from './markup.ts';
import { writeMarkup } from './markup.ts';
import { type PrintStyle, styleSheet } from './style.ts';

/** Prints filled forms as PDF with the system's Chromium. */
export class Printer {
  private readonly browser: Browser;

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  static async open(): Promise<Printer> {
    return new Printer(await launchChromium());
  }

  /** One PDF; with `onePage` everything is fitted to a single A3 page, for filings sent as a picture. */
  async print(form: Element, style: PrintStyle, onePage = false): Promise<Uint8Array> {
    const page = await this.browser.newPage();
    try {
      const html = writeMarkup(form).replace('</head>', `<style>${styleSheet(style)}</style></head>`);
      await page.setContent(html, { waitUntil: 'load' });
      if (onePage) return await fitOnePage(page);
      const corner = (text: string) =>
        `<div style="width:100%;text-align:center;font-size:8px">${text}</div>`;
      const margin = { top: '22mm', bottom: '20mm', left: '18mm', right: '18mm' };
      return await page.pdf({
        format: 'A4',
        margin,
        printBackground: true,
        displayHeaderFooter: style.pageNumbers || style.header,
        headerTemplate: corner(style.header ? '申报材料' : ''),
        footerTemplate: corner(
          style.pageNumbers
            ? '第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页'
            : '',
        ),
      });
    } finally {
      await page.close();
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** As people join the pages of a scan into one long picture: wide as A3, as high as it takes. */
async function fitOnePage(page: Awaited<ReturnType<Browser['newPage']>>): Promise<Uint8Array> {
  await page.addStyleTag({ content: '.cover { page-break-after: auto }' });
  const margin = { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' };
  let last: Uint8Array = new Uint8Array();
  for (const [height, scale] of sheets) {
    last = await page.pdf({ width: '297mm', height: `${height}mm`, scale, printBackground: true, margin });
    const pages = new TextDecoder('latin1').decode(last).match(/\/Type\s*\/Page\b/g)?.length ?? 1;
    if (pages === 1) break;
  }
  return last;
}

/** Millimetres of height and scale of print, tried one after the other. */
const sheets = [
  [420, 1],
  [594, 1],
  [840, 1],
  [840, 0.85],
] as const;
