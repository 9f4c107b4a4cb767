import { examine } from '../../pipeline/doctor.ts';
import { type EmbedFlagValues, embeddingServer, embedFlags } from '../embed-flags.ts';
import { type ModelFlagValues, modelFlags, modelServer } from '../model-flags.ts';
import type { SpokenCommand } from '../program.ts';
import { formatTable, type Terminal } from '../terminal.ts';

export function addDoctor(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('doctor')
    .describe({
      zh: '检查本机装了什么、缺什么、有何影响',
      en: 'show what is installed, what is missing and what it means',
    })
    .flag('--json', { zh: '以 JSON 输出到标准输出', en: 'JSON on stdout' });
  embedFlags(modelFlags(command))
    .examples([
      'chushen doctor',
      'chushen doctor --json',
      'chushen doctor --model-server http://10.0.0.8:8000/v1 --model qwen3-8b',
    ])
    .action(async (options: ModelFlagValues & EmbedFlagValues & { json?: boolean }) => {
      const checks = await examine(modelServer(options), embeddingServer(options));
      if (options.json) terminal.print(JSON.stringify(checks, null, 2));
      else {
        const marks = { ok: '✓', degraded: '!', missing: '✗' };
        const rows = checks.map((check) => [
          `${marks[check.state]} ${check.name}`,
          check.detail[terminal.lang],
        ]);
        for (const line of formatTable(rows, 100)) terminal.print(line);
        for (const check of checks) {
          if (check.mend) terminal.print(`→ ${check.name}: ${check.mend[terminal.lang]}`);
        }
      }
      process.exitCode = checks.some((check) => check.state === 'missing') ? 1 : 0;
    });
}
