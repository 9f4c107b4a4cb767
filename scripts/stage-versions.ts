import { writeFileSync } from 'node:fs';
import { computeStageVersions, stageVersionsFile } from '../pipeline/versions.ts';

/** Last step of the build: the versions of the stages that were just built. */
writeFileSync(stageVersionsFile(), `${JSON.stringify(computeStageVersions(), null, 2)}\n`);
