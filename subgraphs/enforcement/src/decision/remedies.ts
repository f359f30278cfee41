import type { NumberedOrgan } from '../case-number/next-number';

/** What every decision says of remedies (行政处罚法§52②, §59①(5); 行政复议法§20, 行政诉讼法§46). */
export const remediesText = ({ name }: Pick<NumberedOrgan, 'name'>) =>
  `如不服${name}作出的本决定，可自收到本决定书之日起六十日内依法申请行政复议，或者在六个月内依法向人民法院提起行政诉讼；行政复议或者行政诉讼期间，本决定不停止执行。`;

/** How and until when it is performed (§59①(4), §67③, §72①(1); 行政强制法§45①). */
export const performanceText = (isPayable: boolean) =>
  isPayable
    ? '自收到本决定书之日起十五日内，到指定的银行或者通过电子支付系统缴纳；到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。'
    : '自收到本决定书之日起履行。';
