/**
 * What tells that a thing is there or done: words of having and being, of completed or habitual doing, numbers,
 * and results. Works on squeezed clauses. Words alone, without any of these, only name a thing.
 */
const completed =
  '已(?!于?到期|过期)|现有|共有|业经|早就|建成|建有|建了|设有|设了|设立|配有|配了|配备|配齐|拥有|具备|具有|持有|握有|取得|获得|获评|获批|荣获|获|拿到|拿下|领到|通过|完成|投用|投运|投产|投入|运行|运转|在用|用上|上线|启用|开通|接入|接通|接进|打通|贯通|入驻|进驻|签订|签了|签有|签约|实现|形成|建立|组建|成立|聘|达到?|超过?|突破|升至|升到|降至|降到|缩短|节约|节省|减少|提高|提升|增长|下降|累计|合计|总计|日均|至今|以来|迄今|起就|满\\d|授权|登记|注册|备案|发布|出版|印发|颁布|入选|列名|署名|移植|复制|推广|验收|交付|落地|落户|出具|换证|续证|有效期';
const having =
  '(?:跑|架|搭|建|设|装|挂|放|布|存|运行|部署)在|有(?!望|待|意向|关|限公司|利于|助于|可能|必要|条件|打算|计划|差距)|位于|坐落|地处|落在|自有|租赁|租下|租了|购置|买下|产权|均|全部|全数|全员|悉数|一律|统一|逐一|每|常年(?!.{0,4}(?:锁|关|闲))|稳定|日常|定期|例行|随时|24小时|在(?:岗|编|册|线|网|库|位|研)|专职|全职';
const aspect = '[\\u4e00-\\u9fff](?:了|过|着|到|成|完|好|起来|下来|进|入|出|上)';

const affirmation = new RegExp([completed, having, aspect].join('|'), 'u');

/** Ought, could, would: what stands so is not told as a fact. */
const modal =
  /应当?(?!用|急|对|收|届|力|变|答)|(?<!响|适|效|供|对|反)应(?=[具有当该予由在按])|必须|须(?!知)|需要|要求(?!.{0,6}(?:建设|均|已|全部|合格))|可以(?!看|说)|建议|鼓励|呼吁|有利于|有助于|便于|意义|必要性|重要性|前景|潜力|潜在|价值|(?<!自)愿景|适用(?:于|性)|可(?:复制|推广|借鉴|移植|扩展)|具备[^,;。]{0,12}条件|具有[^,;。]{0,16}(?:意义|前景|空间|潜力|价值|性)/u;
/** What shows a fact all the same. */
const fact =
  /已|现有|目前有|累计|(?:19|20)\d\d年|去年|上年|今年|\d+(?:家|个|项|台|套|人|次|件|座|条|名|所)|[一二两三四五六七八九十百]+(?:多|余)?(?:家|个|项|台|套|人|次|件|座|条|名|所)|[到成完]了|(?<=[^为除不])了(?=[\u4e00-\u9fff\d])(?!解)|均|全部/u;
/** A thing that only describes another noun: 接入体系的条件. */
const describes =
  /^[^,;。:]{0,4}的(?:条件|能力|方案|设想|意愿|需求|需要|必要|重要|意义|要求|空间|潜力|基础|可能|准备|想法|目标|思路|构想|前提)/u;

/** Whether a clause tells what ought to or could be, with no fact beside it. */
export function isModal(clause: string): boolean {
  return modal.test(clause) && !fact.test(clause);
}

/** Whether a clause tells of its words (the text behind them is given) as a fact. */
export function affirms(clause: string, behind: string): boolean {
  if (describes.test(behind)) return false;
  if (isModal(clause)) return false;
  return affirmation.test(clause) || /\d/u.test(clause) || /[:：☑☒√■✓✔]/u.test(clause);
}

/** A clause that tells of something done, counted or dated, in no mere ought. */
export function statesFact(clause: string): boolean {
  return fact.test(clause);
}
