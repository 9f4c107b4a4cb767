import { expect, test } from 'vitest';
import { isOfOffice } from './office-folders.ts';

test.each(['未分类', '第一批', '第2批材料', '已收', '2022年5月申报', '20220512', '新建文件夹 (2)', '收件'])(
  '%s is a folder of the office',
  (name) => expect(isOfOffice(name)).toBe(true),
);

test.each(['江苏华兴纺织有限公司', '华兴', '第一批.zip', '第一机床厂', '一汽集团', '未来科技'])(
  '%s may be an applicant',
  (name) => expect(isOfOffice(name)).toBe(false),
);
