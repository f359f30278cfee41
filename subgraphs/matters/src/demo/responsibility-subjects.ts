/** What the demonstration's lists speak of: everyday subjects, in our words; the real lists were not to be had. */
export const TERRITORIAL_SUBJECTS: readonly { readonly subject: string; readonly department: string }[] = [
  { subject: '农村违法建设', department: '自然资源' },
  { subject: '城镇违法建设', department: '城市管理' },
  { subject: '占用耕地建房', department: '自然资源' },
  { subject: '地质灾害隐患', department: '自然资源' },
  { subject: '秸秆和垃圾露天焚烧', department: '生态环境' },
  { subject: '“散乱污”企业', department: '生态环境' },
  { subject: '畜禽养殖污染', department: '农业农村' },
  { subject: '农药包装废弃物', department: '农业农村' },
  { subject: '动物疫病防控', department: '农业农村' },
  { subject: '河道非法采砂', department: '水利' },
  { subject: '河湖“四乱”', department: '水利' },
  { subject: '防汛防台避险', department: '应急管理' },
  { subject: '小企业安全生产', department: '应急管理' },
  { subject: '烟花爆竹违规销售', department: '应急管理' },
  { subject: '居住出租房消防安全', department: '消防' },
  { subject: '沿街店铺消防安全', department: '消防' },
  { subject: '农村公路安全', department: '交通运输' },
  { subject: '无证无照经营', department: '市场监管' },
  { subject: '农村集体聚餐食品安全', department: '市场监管' },
  { subject: '燃气使用安全', department: '住建' },
  { subject: '既有房屋结构安全', department: '住建' },
  { subject: '占道经营', department: '城市管理' },
  { subject: '森林防火', department: '林业' },
  { subject: '校外培训机构', department: '教育' },
];

export const MICRO_POWERS: readonly string[] = [
  '村级重大事项决策',
  '村级工程项目建设',
  '村级物资和服务采购',
  '村级财务收支审批',
  '村集体资产资源处置',
  '村集体土地发包',
  '村集体土地征收款分配',
  '宅基地申请受理初审',
  '低保申请民主评议',
  '特困人员认定初核',
  '临时救助申请初核',
  '危房改造申请评议',
  '惠农补贴面积核实',
  '党员发展推荐',
  '村务公开',
  '村印章使用',
  '村级公益岗位聘用',
  '村级矛盾纠纷调解',
  '村民户籍证明事项协助',
  '救灾款物发放',
];

export const COMMUNITY_SUBJECTS: readonly string[] = [
  '人口信息', '流动人口服务', '出租房屋信息', '居民健康档案', '计划生育服务', '低保对象服务', '残疾人服务', '老年人服务', '未成年人保护',
  '退役军人服务', '就业服务', '社会保险服务', '医疗保险服务', '住房保障服务', '法律援助服务', '人民调解', '社区矫正协助', '反邪教宣传',
  '禁毒宣传', '消防安全', '食品安全', '安全生产', '防汛防台', '垃圾分类', '环境卫生', '河道巡查', '市容秩序', '文明创建',
  '文化体育活动', '科普宣传', '志愿服务', '物业协调', '业主委员会指导', '统计调查协助', '经济普查协助', '兵役登记协助', '信访代办',
];

/** What is done about each. 37 subjects, three works: 111 duties. */
export const COMMUNITY_WORK: readonly string[] = ['日常工作', '专项台账报送', '材料组卷迎检'];
