import type { Chart } from './chart.ts';
import { filingCharts } from './filings.ts';
import { listingCharts } from './listings.ts';

/** Every figure of the trends, in the order in which they are shown. */
export const charts: readonly Chart[] = [...listingCharts, ...filingCharts];
