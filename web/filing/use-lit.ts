import { useCallback, useMemo, useState } from 'react';
import type { FilingDetail, Pages } from '../../workbench/api/filing.ts';
import { litBy, type Places } from './boxes.ts';
import type { Desk } from './desk.ts';

/** What is lit on the pages: the place that somebody asked for, else that of what is looked at. */
export function useLit(desk: Desk, filing: FilingDetail, pages: Pages | undefined) {
  const [evidence, setEvidence] = useState<{ readonly where: Places; readonly subject?: string }>();
  const subject =
    desk.pane === 'fields' && desk.field
      ? `field:${desk.field}`
      : desk.at.on === 'point'
        ? desk.at.subject
        : undefined;
  const where = useMemo(() => {
    if (evidence) return evidence.where;
    if (subject?.startsWith('field:') && desk.pane === 'fields')
      return filing.fields.find(({ key }) => `field:${key}` === subject)?.where ?? [];
    return [...filing.doubts, ...filing.checklist].find((doubt) => doubt.subject === subject)?.evidence ?? [];
  }, [evidence, subject, desk.pane, filing]);
  const lit = useMemo(
    () => (pages ? litBy(where, evidence ? evidence.subject : subject, filing.file, pages) : []),
    [pages, where, evidence, subject, filing.file],
  );
  const show = useCallback(
    (places: Places, of?: string) => setEvidence({ where: places, ...(of ? { subject: of } : {}) }),
    [],
  );
  return { lit, show, clear: useCallback(() => setEvidence(undefined), []) };
}
