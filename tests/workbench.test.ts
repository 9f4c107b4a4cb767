import './workbench/stories/by-keyboard.ts';
import './workbench/stories/people.ts';
import './workbench/stories/queue.ts';
import './workbench/stories/three-browsers.ts';
import './workbench/stories/batch.ts';
import './workbench/stories/stops.ts';
import './workbench/stories/trends.ts';
import './workbench/stories/everybody.ts';
import { openSitting } from './workbench/sitting.ts';

/**
 * The built page and the real server, driven by a real browser as people do. The stories share one office; each plays alone
 * with `-t` and its words: `npx vitest run --project e2e tests/workbench.test.ts -t 'the queue'`.
 */

openSitting();
