import type { SeedChecklist } from './types.ts'

export const careChecklists: SeedChecklist[] = [
  {
    slug: 'crash-trolley',
    title: { 'zh-CN': '抢救车', en: 'Crash trolley' },
    items: [
      { slug: 'seal', text: { 'zh-CN': '封条完好，编号与登记一致', en: 'Seal whole, number as logged' } },
      { slug: 'seal-log', text: { 'zh-CN': '交接班登记有签名', en: 'Hand-over log is signed' } },
      {
        slug: 'stock',
        text: { 'zh-CN': '药品、物品数量与清单一致', en: 'Stock agrees with the list' },
        help: { 'zh-CN': '开封清点时填写', en: 'When opened and counted' },
      },
      {
        slug: 'expiry',
        text: { 'zh-CN': '最近效期已登记，无过期', en: 'Nearest expiry noted, nothing expired' },
      },
      {
        slug: 'laryngoscope',
        text: { 'zh-CN': '喉镜灯亮，备用电池齐', en: 'Laryngoscope bright, spare batteries there' },
      },
      { slug: 'bag-mask', text: { 'zh-CN': '简易呼吸器完好', en: 'Bag-valve mask works' } },
      { slug: 'suction', text: { 'zh-CN': '吸引装置可用', en: 'Suction works' } },
      { slug: 'oxygen', text: { 'zh-CN': '氧气压力足够', en: 'Oxygen pressure is sufficient' } },
      {
        slug: 'defibrillator',
        text: { 'zh-CN': '除颤仪自检通过并留存打印条', en: 'Defibrillator self-test passed, printout kept' },
      },
      { slug: 'refilled', text: { 'zh-CN': '使用后已及时补充', en: 'Refilled after use' } },
      { slug: 'two-signatures', text: { 'zh-CN': '双人核对签名', en: 'Two signatures' } },
    ],
  },
  {
    slug: 'nursing-quality-round',
    title: { 'zh-CN': '护理质量查房', en: 'Nursing quality round' },
    items: [
      { slug: 'identity', text: { 'zh-CN': '两种方式核对患者身份', en: 'Patients identified in two ways' } },
      { slug: 'handover', text: { 'zh-CN': '床旁交接班到位', en: 'Bedside hand-over is done' } },
      {
        slug: 'risk',
        text: { 'zh-CN': '跌倒、压力性损伤风险已评估', en: 'Risk of falls and pressure injury assessed' },
      },
      { slug: 'tubes', text: { 'zh-CN': '各类管路固定妥当、标识清楚', en: 'Lines fixed and labelled' } },
      { slug: 'level', text: { 'zh-CN': '分级护理措施落实', en: "Care matches the patient's grade" } },
      { slug: 'drugs', text: { 'zh-CN': '给药查对规范', en: 'Medicines are checked before giving' } },
      { slug: 'infusion', text: { 'zh-CN': '输液巡视有记录', en: 'Infusion rounds are logged' } },
      { slug: 'call-bell', text: { 'zh-CN': '呼叫铃可用并在手边', en: 'Call bell works, within reach' } },
      {
        slug: 'environment',
        text: { 'zh-CN': '病室整洁安全，通道无杂物', en: 'Room tidy and safe, way clear' },
      },
      {
        slug: 'records',
        text: { 'zh-CN': '护理记录客观及时', en: 'Nursing records are timely and factual' },
      },
      {
        slug: 'education',
        text: { 'zh-CN': '健康教育落实，患者知晓', en: 'Patient was taught and understands' },
      },
    ],
  },
  {
    slug: 'high-alert-drugs',
    title: { 'zh-CN': '高警示药品', en: 'High-alert drugs' },
    items: [
      {
        slug: 'list',
        text: { 'zh-CN': '科室高警示药品目录现行有效', en: "The unit's list of high-alert drugs is current" },
      },
      { slug: 'separate', text: { 'zh-CN': '专区存放，与其他药品分开', en: 'Kept apart from other drugs' } },
      { slug: 'label', text: { 'zh-CN': '警示标识醒目统一', en: 'Warning labels clear and uniform' } },
      {
        slug: 'lookalike',
        text: { 'zh-CN': '听似、看似药品分开放置', en: 'Look-alikes and sound-alikes kept apart' },
      },
      { slug: 'quantity', text: { 'zh-CN': '基数与实物相符', en: 'Number agrees with the stock list' } },
      {
        slug: 'controlled-locked',
        text: { 'zh-CN': '麻精药品双人双锁', en: 'Controlled drugs: two people, two locks' },
      },
      {
        slug: 'controlled-log',
        text: { 'zh-CN': '麻精药品使用与空安瓿登记相符', en: 'Use and empty ampoules agree with the log' },
      },
      { slug: 'double-check', text: { 'zh-CN': '使用时双人核对', en: 'Checked by two before use' } },
      { slug: 'expiry', text: { 'zh-CN': '无过期、变质药品', en: 'Nothing expired or spoilt' } },
      {
        slug: 'storage',
        text: { 'zh-CN': '储存温度与避光符合要求', en: 'Temperature and light as required' },
      },
    ],
  },
]
