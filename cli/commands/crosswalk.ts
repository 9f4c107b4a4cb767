import { loadCrosswalk } from '../../calls/crosswalk.ts';
import { builtInPacksDir } from '../../calls/load.ts';
import { explainCrosswalk } from '../../report/explain-crosswalk.ts';
import type { SpokenCommand } from '../program.ts';
import { openPacks } from '../settings.ts';
import { type Terminal, UsageError } from '../terminal.ts';

interface Flags {
  readonly calls?: string;
  readonly json?: boolean;
}

/** `chushen classify crosswalk`: which labels of one call answer to which of another. */
export function addCrosswalk(classify: SpokenCommand, terminal: Terminal): void {
  (
    classify.command('crosswalk').describe({
      zh: '各通知、各年度类别之间的对应关系，每条引用两边条款',
      en: 'how labels of calls and years answer to each other, both definitions cited',
    }) as SpokenCommand
  )
    .argument('[scheme]', terminal.lang === 'zh' ? '分类体系或通知的编号' : 'id of a scheme or call')
    .examples(['chushen classify crosswalk modes', 'chushen classify crosswalk directions-2020 --json'])
    .action(async (scheme: string | undefined, _: unknown, command: SpokenCommand) => {
      const flags = command.optsWithGlobals<Flags>();
      const packs = await openPacks(terminal, flags.calls);
      const folders = flags.calls === undefined ? [builtInPacksDir()] : [builtInPacksDir(), flags.calls];
      const { crosswalk, mistakes } = await loadCrosswalk(folders, packs);
      for (const { path, message } of mistakes)
        terminal.say(`crosswalk.yaml ${path}: ${message[terminal.lang]}`);
      const lines = explainCrosswalk(crosswalk, packs, terminal.lang, scheme);
      if (lines.length === 0) {
        throw new UsageError({
          zh: `没有“${scheme ?? ''}”的对应关系。不写编号可看到全部。`,
          en: `No crosswalk of "${scheme ?? ''}". Leave the id out to see all.`,
        });
      }
      if (!flags.json) {
        for (const line of lines) terminal.print(line);
        return;
      }
      const links = crosswalk.links.filter(
        ({ from, to }) =>
          scheme === undefined || [from, to].some((end) => end.scheme === scheme || end.call === scheme),
      );
      terminal.print(JSON.stringify(links, null, 2));
    });
}
