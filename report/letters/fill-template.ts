import type { Text } from '../../core/lang.ts';
import { type OfficeKey, officeWords } from './office.ts';
import { type Filling, optionalTags } from './tags.ts';

export type Filled = { readonly bytes: Uint8Array } | { readonly refused: Text };

/**
 * A template filled in. It is refused, with what to do, where it asks for something that there is nothing to say for: a
 * letter never goes out with a hole. A template that is none is refused too.
 */
export async function fillTemplate(template: Uint8Array, filling: Filling): Promise<Filled> {
  const { TemplateHandler } = await import('easy-template-x');
  const handler = new TemplateHandler();
  try {
    const tags = await handler.parseTags(Buffer.from(template));
    const refused = lackOf(tags, filling);
    if (refused) return { refused };
    const filled = await handler.process(Buffer.from(template), {
      ...Object.fromEntries(Object.entries(filling.values).map(([name, value]) => [name, value ?? ''])),
      ...Object.fromEntries(
        Object.entries(filling.lists).map(([name, items]) => [name, items.map((item) => ({ ...item }))]),
      ),
    });
    return { bytes: new Uint8Array(filled) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      refused: {
        zh: `公文模板无法使用（${reason}）。请检查其中 {标签} 是否成对、完整，或删去该模板以恢复默认模板。`,
        en: `The template of the letter is of no use (${reason}). Check that its {tags} are whole and in pairs, or delete it to have the default one.`,
      },
    };
  }
}

interface NamedTag {
  readonly name: string;
  readonly disposition: string;
}

/** The first tag for which there is nothing, told with what to do; parts that are left out ask for nothing. */
function lackOf(tags: readonly NamedTag[], { values, lists }: Filling): Text | undefined {
  const open: string[] = [];
  const left = () => open.some((name) => !lists[name] && !values[name]);
  for (const { name, disposition } of tags) {
    if (disposition === 'Close') {
      open.pop();
      continue;
    }
    const list = open.map((one) => lists[one]).find((items) => items !== undefined);
    const known = name in values || name in lists || (list?.some((item) => name in item) ?? false);
    if (!known) return unknownTag(name);
    if (disposition === 'Open') {
      if (name in lists && lists[name]?.length === 0) return noItems;
      if (name in values && !values[name] && !optionalTags.has(name)) return missing(name);
      open.push(name);
    } else if (!left() && name in values && !list?.some((item) => name in item) && !values[name]) {
      return missing(name);
    }
  }
  return undefined;
}

function missing(name: string): Text {
  const key = (Object.keys(officeWords) as OfficeKey[]).find((one) => officeWords[one].zh === name);
  if (key)
    return {
      zh: `缺少“${name}”，公文中不能留空；请先在“公文”页填写，或用 chushen letters --office ${name}=…`,
      en: `The ${officeWords[key].en} is missing and no letter may have a hole: fill it in on the page of papers, or chushen letters --office ${key}=…`,
    };
  return {
    zh: `没有“${name}”，公文中不能留空；请先在申报书的栏目中更正。`,
    en: `There is no "${name}" for the letter: correct the field of the filing first.`,
  };
}

const unknownTag = (name: string): Text => ({
  zh: `公文模板中的标签 {${name}} 没有对应的内容；可用的标签见说明文档。`,
  en: `Nothing fills the tag {${name}} of the template; the documentation lists those there are.`,
});

const noItems: Text = {
  zh: '没有可以写入公文的理由；请在决定中选定理由或写明说明。',
  en: 'There is no reason to write into the letter: name one in the decision, or say why.',
};
