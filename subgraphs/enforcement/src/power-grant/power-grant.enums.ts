import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum PowerGrantMode {
  OWN_STATUTORY = 'OWN_STATUTORY',
  GRANTED = 'GRANTED',
  ENTRUSTED = 'ENTRUSTED',
  CENTRALIZED = 'CENTRALIZED',
}

export const POWER_GRANT_MODE_WORDS: Words<PowerGrantMode> = {
  OWN_STATUTORY: { en: 'The law itself gives it to townships; own name', zh: '法定职权（以自己名义）' },
  GRANTED: { en: 'Granted by the province’s decision; own name, exclusive (行政处罚法§24)', zh: '赋权（以自己名义，排他行使）' },
  ENTRUSTED: {
    en: 'Entrusted by a department, in its name, under an agreement; no coercive measures, not passed on (行政处罚法§20, §21; 行政强制法§17)',
    zh: '委托（以委托机关名义，不得实施行政强制措施，不得再委托）',
  },
  CENTRALIZED: {
    en: 'Concentrated in one county organ by the province’s decision (行政处罚法§18)',
    zh: '相对集中（由县级综合行政执法机关行使）',
  },
};

describeEnum(PowerGrantMode, 'PowerGrantMode', { en: 'How an organ comes to hold powers', zh: '执法权来源方式' }, POWER_GRANT_MODE_WORDS);

export enum PowerGrantState {
  PUBLISHED = 'PUBLISHED',
  RECLAIMED = 'RECLAIMED',
}

describeEnum(
  PowerGrantState,
  'PowerGrantState',
  { en: 'State of a grant', zh: '赋权状态' },
  {
    PUBLISHED: { en: 'Published; in force on its days, as far as powers were not taken back', zh: '已公布（在有效期内生效）' },
    RECLAIMED: { en: 'All of its powers were taken back; each in force until the day of that', zh: '已全部收回（收回日前有效）' },
  },
);

export enum PowerGrantAction {
  GRANT = 'GRANT',
  RENEW = 'RENEW',
  EVALUATE = 'EVALUATE',
  RECLAIM_PART = 'RECLAIM_PART',
  RECLAIM = 'RECLAIM',
}

describeEnum(
  PowerGrantAction,
  'PowerGrantAction',
  { en: 'What can be done with a grant', zh: '赋权操作' },
  {
    GRANT: { en: 'Record it: grantPower; never among those available', zh: '赋权（grantPower）' },
    RENEW: { en: 'Renew the agreement: renewEntrustment', zh: '续签委托协议（renewEntrustment）' },
    EVALUATE: { en: 'Record an evaluation: evaluatePowerGrant', zh: '评估（evaluatePowerGrant）' },
    RECLAIM_PART: { en: 'Take some of its powers back: reclaimPower with powerIds', zh: '部分收回（reclaimPower，指明事项）' },
    RECLAIM: { en: 'Take all of its powers back: reclaimPower', zh: '全部收回（reclaimPower）' },
  },
);

export enum OpenCasesRule {
  FINISH_BY_HOLDER = 'FINISH_BY_HOLDER',
  HAND_OVER = 'HAND_OVER',
}

describeEnum(
  OpenCasesRule,
  'OpenEnforcementCasesRule',
  { en: 'What happens to cases that are open on the day a power ends', zh: '收回时在办案件的处理方式' },
  {
    FINISH_BY_HOLDER: { en: 'Who filed them finishes them', zh: '由原承接机关继续办结' },
    HAND_OVER: { en: 'They are handed to the department as of the day', zh: '自该日起移交部门办理' },
  },
);

export enum PowerGrantEvaluationOutcome {
  KEEP = 'KEEP',
  ADJUST = 'ADJUST',
  RECLAIM = 'RECLAIM',
}

describeEnum(
  PowerGrantEvaluationOutcome,
  'PowerGrantEvaluationOutcome',
  { en: 'What an evaluation of a grant recommends', zh: '赋权评估结论' },
  {
    KEEP: { en: 'The township carries it well: keep it', zh: '承接良好，继续赋权' },
    ADJUST: { en: 'Keep it, with training, staff or another list', zh: '继续赋权，需调整保障或事项' },
    RECLAIM: { en: 'The township cannot carry it: take it back', zh: '承接不了，建议收回' },
  },
);
