import { fonts } from './wml.ts';

/** What stands around a body: the parts of a DOCX package that are the same for all papers. */

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Other names of the fonts, and what may stand for them where they are not installed. */
const instead: Readonly<Record<keyof typeof fonts, string>> = {
  body: '仿宋,FangSong,STFangsong,华文仿宋',
  head: 'SimHei,STHeiti,华文黑体',
  title: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体',
  note: '楷体,KaiTi,STKaiti,华文楷体',
};

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${office}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${office}.styles+xml"/><Override PartName="/word/fontTable.xml" ContentType="${office}.fontTable+xml"/><Override PartName="/word/footer.xml" ContentType="${office}.footer+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdStyles" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rIdFonts" Type="${relations}/fontTable" Target="fontTable.xml"/><Relationship Id="rIdFooter" Type="${relations}/footer" Target="footer.xml"/></Relationships>`,
  'word/styles.xml': `<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${fonts.body}" w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style></w:styles>`,
  'word/fontTable.xml': `<w:fonts ${namespaces}>${Object.entries(fonts)
    .map(
      ([key, name]) =>
        `<w:font w:name="${name}"><w:altName w:val="${instead[key as keyof typeof fonts]}"/><w:charset w:val="86"/><w:family w:val="roman"/><w:pitch w:val="auto"/></w:font>`,
    )
    .join('')}</w:fonts>`,
  'word/footer.xml': `<w:ftr ${namespaces}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${['— ', undefined, ' —']
    .map(
      (text) =>
        `<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>${
          text === undefined
            ? '<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/>'
            : `<w:t xml:space="preserve">${text}</w:t>`
        }</w:r>`,
    )
    .join('')}</w:p></w:ftr>`,
};

/** A DOCX of what stands in its body, the properties of the last section included; the same bytes for the same body. */
export async function docxOf(body: string): Promise<Uint8Array> {
  const { default: JSZip } = await import('jszip');
  const zip = new JSZip();
  const put = (name: string, content: string) =>
    zip.file(name, declaration + content, { date: new Date('2000-01-01T00:00:00Z'), createFolders: false });
  for (const [name, content] of Object.entries(parts)) put(name, content);
  put('word/document.xml', `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
