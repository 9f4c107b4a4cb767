import { fill, type Lang, type Text } from './lang.ts';
import { describePlace, type Place } from './place.ts';

/**
 * A problem is data: a stable code, the values that fill its sentence, and the page where there is one.
 * Exceptions are for bugs; whatever a user's file or flag can cause is one of these.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly page?: number;
  /** Where a person finds it in the file; not every place has to be listed. */
  readonly places?: readonly Place[];
}

/** `lost`: the filing could not be read at all; `partial`: something is missing; `note`: nothing is lost. */
export type Gravity = 'lost' | 'partial' | 'note';

interface Entry {
  readonly gravity: Gravity;
  readonly text: Text;
}

const entry = (gravity: Gravity, zh: string, en: string): Entry => ({ gravity, text: { zh, en } });

/** Every code, with what it means and what to do. Codes are stable: extend, never rename. */
export const problems = {
  'former-version': entry(
    'note',
    '文件“{file}”是本申报书补正前的版本，已由本件取代，不再单独审查，也不计入重复。',
    'The file "{file}" is a former version of this filing; this one takes its place, and the former counts against nobody.',
  ),
  'file-missing': entry('lost', '找不到文件“{file}”，请检查路径。', 'No file "{file}": check the path.'),
  'file-unreadable': entry(
    'lost',
    '文件“{file}”无法读取（{reason}），请检查权限。',
    'The file "{file}" cannot be read ({reason}): check its permissions.',
  ),
  'file-empty': entry(
    'lost',
    '文件是空的（0 字节），请申报单位重新提交。',
    'The file is empty (0 bytes): ask the applicant for it again.',
  ),
  'file-too-large': entry(
    'lost',
    '文件大小 {size} MB，超过上限 {limit} MB；请拆分或压缩后重试，或用 --max-file-mb 提高上限。',
    'The file is {size} MB, over the limit of {limit} MB: split or shrink it, or raise --max-file-mb.',
  ),
  'format-unknown': entry(
    'lost',
    '无法识别的文件格式（可读 PDF、OFD、DOCX、DOC、WPS、ODT、RTF、XLSX、XLS、ET、HTML、TXT、PNG、JPEG、TIFF 及 ZIP、RAR、7z、EML、MSG）；请打开看是什么，能打开的另存为 PDF 后再放入，打不开的请申报单位重新提交。',
    'The format is not recognised (read are PDF, OFD, DOCX, DOC, WPS, ODT, RTF, XLSX, XLS, ET, HTML, TXT, PNG, JPEG, TIFF and ZIP, RAR, 7z, EML, MSG): open it; save it as PDF if you can, else ask the applicant for it again.',
  ),
  'format-not-read': entry(
    'lost',
    '文件是 {format}，本程序不读这种格式（文件并没有损坏）；请打开后另存为 PDF 再放入。',
    'A {format} file, a kind that is not read here (it is not damaged): open it and save it as PDF.',
  ),
  'format-renamed': entry(
    'note',
    '扩展名是 {extension}，内容却是 {format}，已按内容读取。',
    'Named {extension} but the content is {format}; read by its content.',
  ),
  'file-encrypted': entry(
    'lost',
    '文件有打开密码，请申报单位去除密码后重新提交。',
    'The file needs a password: ask the applicant for one without.',
  ),
  'file-damaged': entry(
    'lost',
    '文件已损坏或不完整（{reason}），请申报单位重新提交。',
    'The file is damaged or cut short ({reason}): ask the applicant for it again.',
  ),
  'file-repaired': entry(
    'partial',
    '文件有损坏，已尽量读出，可能有缺失，请对照原件。',
    'The file is damaged; what could be read was read. Compare with the original.',
  ),
  'too-many-pages': entry(
    'partial',
    '共 {pages} 页，超过上限 {limit} 页，只读了前 {limit} 页；可用 --max-pages 提高上限。',
    '{pages} pages, over the limit of {limit}: only the first {limit} were read. Raise --max-pages to read all.',
  ),
  'text-too-long': entry(
    'partial',
    '文档过长（超过 {characters} 字、{parts} 个段落和单元格或 {pictures} 张图片），只读取、归类、比对和审查了限度以内的开头部分，要看全文的条件一律不下结论；请人工查看其余部分，或请申报单位把附件另存为单独的文件。',
    'The document is too long (over {characters} characters, {parts} paragraphs and cells, or {pictures} pictures): only its beginning within these limits was read, classified, compared and judged, and conditions on the whole text are left open. Look at the rest, or ask for the annexes as files of their own.',
  ),
  'partly-compared': entry(
    'partial',
    '申报内容超过 {characters} 字，查重只用了前 {characters} 字；其后的内容请人工核对是否与他人重复。',
    'The narrative is over {characters} characters: only the first {characters} were looked through for repeats. Check the rest yourself.',
  ),
  'page-unreadable': entry(
    'partial',
    '第 {page} 页无法识别（{reason}），请人工查看原件。',
    'Page {page} could not be read ({reason}): look at the original.',
  ),
  'photo-poor': entry(
    'partial',
    '第 {page} 页的照片太小、太暗或模糊（约 {dpi} dpi），读出的内容不可靠；请对照原件核对，或请申报单位在亮处正对纸面、让一页占满画面重新拍摄，最好改交扫描件。',
    'The photo of page {page} is too small, dark or blurred (about {dpi} dpi) for its values to be relied on: compare with the original, or ask for it anew, taken in good light from straight above with one page filling the picture, or better a scan.',
  ),
  'page-blank': entry('note', '第 {page} 页是空白页。', 'Page {page} is blank.'),
  'text-layer-garbled': entry(
    'note',
    '第 {page} 页的文字层是乱码，已改用文字识别（OCR）。',
    'The text layer of page {page} is garbled; it was read by OCR instead.',
  ),
  'image-too-large': entry(
    'note',
    '图片为 {megapixels} 百万像素，已缩小后识别。',
    'The picture has {megapixels} megapixels; it was scaled down before reading.',
  ),
  'image-beyond-limit': entry(
    'lost',
    '图片为 {megapixels} 百万像素，超过上限 {limit} 百万，没有读取；请申报单位按 A4、300 dpi 以内重新扫描。',
    'The picture has {megapixels} megapixels, over the limit of {limit}, and was not read: ask for a scan of A4 at up to 300 dpi.',
  ),
  'ocr-unavailable': entry(
    'partial',
    '第 {page} 页是扫描件，但没有可用的文字识别引擎；请运行 chushen doctor。',
    'Page {page} is a scan and no OCR engine is available: run chushen doctor.',
  ),
  'hidden-text': entry(
    'note',
    '文档含隐藏文字 {count} 字（“{sample}”），未计入正文。',
    'The document hides {count} characters ("{sample}"); they were not counted as text.',
  ),
  'struck-text': entry(
    'note',
    '文档含带删除线的文字 {count} 字（“{sample}”），仍按正文读取，请核对申报单位是否以此表示不选或删除。',
    'The document has {count} characters struck out ("{sample}"); they were read as text. Check whether they were meant to be deleted or not chosen.',
  ),
  'drawn-marks': entry(
    'partial',
    '有 {count} 处选项框上用图形画了勾，程序看不出勾的是哪一项（“{sample}”），请查看原件。',
    'Ticks were drawn as shapes over tick boxes in {count} places ("{sample}"); which box is meant does not show. Look at the original.',
  ),
  'scans-read': entry(
    'note',
    '文档含整页图片 {count} 张，已用文字识别（OCR）读入，请核对。',
    'The document has {count} pictures of whole pages; they were read by OCR, please check.',
  ),
  'scans-unread': entry(
    'partial',
    '文档含整页图片 {count} 张未能识别（{reason}），请人工查看原件；没有识别引擎时请运行 chushen doctor。',
    'The document has {count} pictures of whole pages that could not be read ({reason}): look at the original. Where there is no OCR engine run chushen doctor.',
  ),
  'chunk-unread': entry(
    'partial',
    '文档内嵌的“{part}”未能读出，请用 Word 打开后另存为 DOCX 再试。',
    'The embedded document "{part}" could not be read: open the file in Word, save it as DOCX and try again.',
  ),
  'tracked-changes': entry(
    'note',
    '文档含未接受的修订（插入 {inserted} 处、删除 {deleted} 处），按接受修订后的文字读取。',
    'The document has tracked changes ({inserted} insertions, {deleted} deletions); read as if accepted.',
  ),
  'odd-characters': entry(
    'note',
    '文档含不可见或形近字符 {count} 个（如 {sample}），读取时已还原为所见文字。',
    'The document has {count} invisible or look-alike characters (such as {sample}); they were read as the characters they look like.',
  ),
  'readers-disagree': entry(
    'note',
    '两种读取方法结果不一致：“{sample}”只被其中一种读到，已补入，请核对。',
    'Two readers disagree: "{sample}" was found by only one of them; it was added, please check.',
  ),
  'office-converter-missing': entry(
    'partial',
    '未安装 LibreOffice，DOC/WPS 只读出连续文字，表格结构和勾选状态已丢失；安装方法见 chushen doctor。',
    'LibreOffice is not installed: only the running text of DOC/WPS was read, tables and ticks are lost. See chushen doctor.',
  ),
  'office-converter-failed': entry(
    'partial',
    'LibreOffice 转换失败（{reason}），只读出连续文字，表格结构和勾选状态已丢失。',
    'LibreOffice could not convert the file ({reason}): only its running text was read, tables and ticks are lost.',
  ),
  'archive-empty': entry(
    'lost',
    '压缩包里没有文件，请申报单位重新提交。',
    'The archive holds no file: ask the applicant for it again.',
  ),
  'archive-too-deep': entry(
    'lost',
    '压缩包嵌套超过 {limit} 层，未展开；请解压后再审。',
    'Archives nested deeper than {limit}: not opened. Unpack it and screen again.',
  ),
  'archive-bomb': entry(
    'lost',
    '压缩包展开后超过上限（{limit} MB 或 {entries} 个文件），疑似压缩炸弹，未展开；确为正常材料的，请解压或分成几个压缩包后再审。',
    'The archive expands beyond the limit ({limit} MB or {entries} files): not opened. If it is sound, unpack or divide it and screen again.',
  ),
  'archive-entry-unsafe': entry(
    'partial',
    '压缩包内“{entry}”的路径不安全，已跳过；请申报单位重新打包，或由本单位核对后单独提交该文件。',
    'The archive entry "{entry}" has an unsafe path and was left out: ask for it packed anew, or check it and add the file by itself.',
  ),
  'archive-format-unsupported': entry(
    'lost',
    '{format} 里有若干文件，不能作为一份文件读；请用 screen 处理，或解开后再试。',
    'A {format} holds files of its own and is no document: use screen, or unpack it.',
  ),
  'archive-method-unsupported': entry(
    'lost',
    '压缩包里的这个文件用了本程序不能解的压缩方法（并没有损坏）；请解压后放入，或重新打包为普通 zip。',
    'This entry is packed by a method that is not known here (it is not damaged): unpack it, or pack it as a plain zip.',
  ),
  'same-file': entry(
    'note',
    '与“{file}”是同一个文件（内容完全相同），请确认是否重复报送。',
    'The same file as "{file}", byte for byte: check whether it was submitted twice.',
  ),
  'pictures-joined': entry(
    'note',
    '{count} 张图片按{order}合为一份文件：{files}。请核对页序，以及是否混入他人的页。',
    "{count} pictures were read as one document, in the order of {orderEn}: {files}. Check the order, and that no page is somebody else's.",
  ),
  'pictures-missing': entry(
    'partial',
    '按各页上印的页码，缺第 {pages} 页，请向申报单位索取；缺页上的内容本程序没有读到。',
    'By the numbers printed on the pages, page {pages} is missing: ask the applicant for it. Nothing on it was read.',
  ),
  'one-of-several': entry(
    'partial',
    '其中有 {count} 个文件，这里只读了“{file}”；要读全部请用 chushen screen，或逐个给出。',
    'There are {count} files in it; only "{file}" was read here. Use chushen screen for all, or name them one by one.',
  ),
  'annex-unread': entry(
    'partial',
    '附件“{file}”未能读出，请打开原件核对。',
    'The annex "{file}" could not be read: look at the original.',
  ),
  'stray-note': entry(
    'note',
    '这是说明文字（文本文件或邮件正文），不是申报书，未作为申报审查；如有用请人工查看。',
    'A note (plain text, or the words of a mail) and no form: it was not screened as a filing. Look at it where it matters.',
  ),
  'annex-unassigned': entry(
    'partial',
    '从名称看是附件，但不能确定属于哪一份申报书，未计入任何一份；请放入该申报单位的文件夹，或在文件名中写明申报单位名称。',
    "By its name this is an annex, but it cannot be told whose: it was counted to no filing. Put it into the applicant's folder, or name the applicant in the file's name.",
  ),
  'name-disagrees': entry(
    'note',
    '文件或文件夹名中的“{named}”与申报书所填的“{read}”不一致，请核对是否放错文件。',
    'The name of the file or folder says "{named}", the form says "{read}": check whether it is the right file.',
  ),
  'fields-scarce': entry(
    'partial',
    '只找到本通知申报表的 {found} / {total} 个栏目，可能不是本批次的申报书。',
    "Only {found} of the {total} fields of this call's form were found: this may not be a filing for this call.",
  ),
  'model-asked': entry(
    'note',
    '已就 {asked} 个没有读出的栏目询问模型 {model}，按其指出的原文读出 {read} 个（{labels}），请逐一核对。',
    'The model {model} was asked for {asked} fields that were not read; {read} were read where it pointed ({labels}): check each.',
  ),
  'opinions-asked': entry(
    'note',
    '已就 {asked} 项拿不准的归类请模型 {model} 提出第二意见：一致 {agree}，不同 {differ}，均不属于 {none}；仅供参考，请核对所引原文。',
    'The model {model} was asked for a second opinion on {asked} doubtful classifications: {agree} agree, {differ} differ, {none} say none fits. Check the words it quotes.',
  ),
  'opinions-dropped': entry(
    'note',
    '模型的 {count} 条第二意见（{labels}）所引文字不在申报书中，或所说类别不在通知中，已舍弃。',
    '{count} second opinions of the model ({labels}) quote no words of the filing or name no label of the scheme; they were dropped.',
  ),
  'model-answers-dropped': entry(
    'note',
    '模型有 {count} 个回答（{labels}）不是申报书原文或不合栏目要求，已舍弃。',
    'The model gave {count} answers ({labels}) that are no words of the filing or do not fit the field; they were dropped.',
  ),
  'model-answer-malformed': entry(
    'note',
    '模型有 {count} 次答非所问（不是约定的 JSON），已舍弃；可换一个模型（--model）。',
    'The model answered {count} times with something else than the JSON asked for; dropped. Try another --model.',
  ),
  'model-unavailable': entry(
    'note',
    '模型服务 {server} 不可用（{reason}），其余结果不受影响；请检查 --model-server 和 --model。',
    'The model server {server} is not available ({reason}); the other results stand. Check --model-server and --model.',
  ),
  'embedding-unavailable': entry(
    'note',
    '嵌入服务 {server} 不可用（{reason}），归类未用其意见，其余结果不受影响；请检查 --embed-server 和 --embed-model。',
    'The embedding server {server} is not available ({reason}); filings were classified without it. Check --embed-server and --embed-model.',
  ),
  'entailment-unavailable': entry(
    'note',
    '整段判读模型在本机不能使用（{reason}），各条件只按字句判定，拿不准的会更多；请运行 chushen doctor 查看。',
    'The entailment model does not work here ({reason}); conditions were judged by words and grammar alone, and more stays open. See chushen doctor.',
  ),
  'stage-failed': entry(
    'partial',
    '“{stage}”环节出错（{reason}），其余结果仍然有效；请把文件发给维护人员。',
    'The stage "{stage}" failed ({reason}); the other results stand. Send the file to the maintainers.',
  ),
  'timed-out': entry(
    'lost',
    '处理超过 {seconds} 秒，已中止；可用 --timeout 延长。',
    'Reading took more than {seconds} s and was stopped; extend with --timeout.',
  ),
  'reader-memory': entry(
    'lost',
    '读取该文件所需内存超过上限 {limit} MB，已中止，其他文件不受影响；请申报单位拆分文件、压缩图片或另存为 PDF 后重新提交。',
    'Reading this file took more than {limit} MB of memory and was stopped; the others are not affected. Ask for it divided, with smaller pictures, or saved as PDF.',
  ),
  'worker-crashed': entry(
    'lost',
    '处理该文件时工作进程崩溃（{reason}），其他文件不受影响；请把文件发给维护人员。',
    'The worker crashed on this file ({reason}); the others are not affected. Send the file to the maintainers.',
  ),
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof problems;

/** So many places are named in the sentence itself. */
const namedPlaces = 3;

/** The sentence of a problem in one language. */
export function problemMessage(problem: Problem, lang: Lang): string {
  const values = problem.page === undefined ? problem.values : { page: problem.page, ...problem.values };
  const sentence = fill(problems[problem.code].text, values ?? {})[lang];
  const names = [...new Set((problem.places ?? []).map((place) => describePlace(place)[lang]))];
  if (names.length === 0) return sentence;
  const more = names.length > namedPlaces;
  const named = names.slice(0, namedPlaces);
  return lang === 'zh'
    ? `${sentence}（位置：${named.join('；')}${more ? '等' : ''}）`
    : `${sentence} (At: ${named.join('; ')}${more ? '; and more' : ''}.)`;
}

export function problemGravity(problem: Problem): Gravity {
  return problems[problem.code].gravity;
}
