import type { Step } from './step.ts';
import { counted } from './tables.ts';

/** Version 6: what people say of firms that the machine merged or kept apart. */
export const firmRulings: Step = async (db, types) => {
  await counted(db, 'firm_rulings', types, ['id', 'kind', 'firm', 'other', 'note', 'by', 'at']).execute();
};
