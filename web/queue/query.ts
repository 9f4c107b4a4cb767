import { labelsInAddress, type QueueQuery, queueQuery } from '../../workbench/api/queue.ts';

export type Filter = Omit<QueueQuery, 'offset' | 'limit'>;

/** What an address asks for; what the contract does not know is left out of it, so that old addresses still work. */
export function filterOf(query: Readonly<Record<string, string>>): Filter {
  const asked: Record<string, string> = { ...query };
  for (;;) {
    const read = queueQuery.safeParse(asked);
    if (read.success) {
      const { offset: _, limit: __, ...filter } = read.data;
      return filter;
    }
    for (const { path } of read.error.issues) delete asked[String(path[0])];
  }
}

/** The filter as an address says it: what is usual is not said. */
export function addressOf({ labels, ...filter }: Partial<Filter>): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...filter, labels: labelsInAddress(labels) }).flatMap(([key, value]) => {
      const usual = (key === 'view' && value === 'all') || (key === 'sort' && value === 'need');
      return value === undefined || value === '' || usual ? [] : [[key, String(value)]];
    }),
  );
}

/** Whether anything but the view narrows the list. */
export function isNarrowed({ view: _, sort: __, ...rest }: Filter): boolean {
  return Object.keys(addressOf(rest)).length > 0;
}
