import fc from 'fast-check';
import { maskAddress, maskName, maskPhone } from './masking';

test.each([
  ['张三', '张*'],
  ['张三丰', '张*'],
  ['欧阳锋', '欧阳*'],
  ['欧阳明月', '欧阳*'],
  ['欧阳', '欧*'],
  ['诸葛亮', '诸葛*'],
  ['𠮷野家', '𠮷*'],
  ['阿依古丽·买买提', '阿*'],
  ['John Smith', 'J*'],
  [' 李四 ', '李*'],
  ['张', '*'],
  ['', '*'],
])('the name "%s" is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test.each([
  ['13800000000', '138****0000'],
  ['138 0000 0000', '138****0000'],
  ['+86 138-0000-0000', '138****0000'],
  ['0371-60000000', '0371-****0000'],
  ['0577-6000000', '0577-****0000'],
  ['010-60000000', '010-****0000'],
  ['12345', '***'],
  ['none', '***'],
  ['', '***'],
])('the telephone "%s" is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

test.each([
  ['河南省开封市兰考县谷营镇四明堂村3号', '河南省开封市兰考县谷营镇***'],
  ['兰考县桐乡街道玉兰社区5号楼', '兰考县桐乡街道***'],
  ['兰考县三义寨乡白云山村', '兰考县三义寨乡***'],
  ['江西省景德镇市浮梁县浮梁镇某某村1号', '江西省景德镇市浮梁县浮梁镇***'],
  ['河南省南阳市镇平县石佛寺镇某某村', '河南省南阳市镇平县石佛寺镇***'],
  ['河南省新乡市新乡县七里营镇某某村', '河南省新乡市新乡县七里营镇***'],
  ['谷营镇', '谷营镇***'],
  ['江北区天马小区3号', '***'],
  ['人民路12号乡村酒店', '***'],
  ['某某村某某镇', '***'],
  ['王小芳，兰考县谷营镇', '***'],
  ['王小芳 谷营镇四明堂村', '***'],
  ['', '***'],
])('the address "%s" is shown as %s', (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});

test('nothing that is masked keeps the house number', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1000, max: 99_999 }), (place, number) => {
      expect(maskAddress(`兰考县谷营镇${place}${number}号`)).not.toContain(String(number));
    }),
  );
});

test('a masked name has at most two characters of the name', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => Array.from(maskName(name)).length <= 3));
});
