import { squeeze } from '../../core/normalise/tidy.ts';
import { parseCompany } from '../../core/parties/company-name.ts';
import { sameCompany } from '../../core/parties/same-name.ts';
import { both } from '../../core/say.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import { readFilled } from '../reading/read-field.ts';
import { nameOf, type Scope } from '../scope.ts';
import { type Outcome, outcome } from '../verdict/outcome.ts';

/**
 * The folder or archive that came with this filing only is named after a field of it, as notices ask of the
 * electronic package. An archive is as the applicant sent it, so another name fails; a folder may have been
 * renamed by whoever unpacked it, so it is open. A filing that came without a package is for a person.
 */
export function namedAfter(key: string, scope: Scope): Outcome {
  const { package: around } = scope.context;
  const label = nameOf(scope, key);
  if (!around) {
    const why = {
      zh: `收到的是单个文件，没有单独的文件夹或压缩包，请人工核对电子版是否打包并以“${label.zh}”命名。`,
      en: `A single file came, in no folder or archive of its own; check that the electronic copy was packed and named after "${label.en}".`,
    };
    return { ...outcome('unknown', why), manual: true };
  }
  const reading = readFilled(scope, key);
  if (!('field' in reading)) return outcome('unknown', reading.why, reading.evidence);
  const { field } = reading;
  const wanted = typeof field.value === 'string' ? field.value : field.raw;
  const name = around.name.replace(/\.(?:zip|rar|7z)$/iu, '');
  const values = { left: both(name), right: both(wanted), value: both(name) };
  const kind = around.archive ? { zh: '压缩包', en: 'archive' } : { zh: '文件夹', en: 'folder' };
  const said = {
    zh: `${kind.zh}名为“${name}”，“${label.zh}”为“${wanted}”`,
    en: `The ${kind.en} is named "${name}" and "${label.en}" is "${wanted}"`,
  };
  const [here, there] = [squeeze(name), squeeze(wanted)].map((text) => text.replace(/[()]/gu, ''));
  if (here && there && here.includes(there)) {
    return outcome('pass', { zh: `${said.zh}，符合。`, en: `${said.en}: as asked.` }, field.where, values);
  }
  const { core } = parseCompany(wanted);
  if (sameCompany(name, wanted) === undefined || foldLetters(name).includes(foldLetters(core))) {
    const why = { zh: `${said.zh}，命名用了简称，请核对。`, en: `${said.en}: a short name; please check.` };
    return outcome('unknown', why, field.where, values);
  }
  const why = { zh: `${said.zh}，未按要求命名。`, en: `${said.en}: not as asked.` };
  return outcome(around.archive ? 'fail' : 'unknown', why, field.where, values);
}
