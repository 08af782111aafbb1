import type { SeedChecklist } from './types.ts'

export const infectionControlChecklists: SeedChecklist[] = [
  {
    slug: 'hand-hygiene',
    title: { 'zh-CN': '手卫生', en: 'Hand hygiene' },
    items: [
      { slug: 'before-patient', text: { 'zh-CN': '接触患者前执行手卫生', en: 'Before touching a patient' } },
      {
        slug: 'before-procedure',
        text: { 'zh-CN': '清洁、无菌操作前执行手卫生', en: 'Before a clean or aseptic procedure' },
      },
      {
        slug: 'after-fluids',
        text: { 'zh-CN': '接触体液风险后执行手卫生', en: 'After risk of exposure to body fluids' },
      },
      { slug: 'after-patient', text: { 'zh-CN': '接触患者后执行手卫生', en: 'After touching a patient' } },
      {
        slug: 'after-surroundings',
        text: { 'zh-CN': '接触患者周围环境后执行手卫生', en: "After touching a patient's surroundings" },
      },
      {
        slug: 'method',
        text: { 'zh-CN': '揉搓方法与时间正确', en: 'Method and duration of rubbing are right' },
      },
      {
        slug: 'no-gloves-instead',
        text: { 'zh-CN': '未以戴手套代替手卫生', en: 'Gloves do not stand in for hand hygiene' },
      },
      {
        slug: 'rub-dated',
        text: {
          'zh-CN': '速干手消毒剂标注开启日期且在有效期内',
          en: 'Hand rub dated on opening and not expired',
        },
        help: { 'zh-CN': '逐瓶查看开启日期', en: 'Look at every bottle' },
      },
      { slug: 'water-soap', text: { 'zh-CN': '流动水、洗手液齐备', en: 'Running water and soap are there' } },
      { slug: 'drying', text: { 'zh-CN': '干手用品齐备', en: 'Means of drying hands are there' } },
      { slug: 'feedback', text: { 'zh-CN': '问题已当场反馈', en: 'What was seen was told on the spot' } },
    ],
  },
  {
    slug: 'medical-waste',
    title: { 'zh-CN': '医疗废物', en: 'Medical waste' },
    items: [
      {
        slug: 'sorted',
        text: { 'zh-CN': '五类废物分类收集，无混放', en: 'The five classes are kept apart' },
      },
      {
        slug: 'sharps-level',
        text: { 'zh-CN': '利器盒不超过四分之三满', en: 'Sharps bin no more than three quarters full' },
      },
      {
        slug: 'tied',
        text: { 'zh-CN': '包装袋鹅颈式封口，无破损渗漏', en: 'Bags tied at the neck, whole, no leak' },
      },
      { slug: 'labelled', text: { 'zh-CN': '中文标签内容填写完整', en: 'Label is complete' } },
      {
        slug: 'register',
        text: { 'zh-CN': '交接登记完整并双签名', en: 'Hand-over register complete, two signatures' },
        help: { 'zh-CN': '来源、种类、重量或数量、去向', en: 'Source, kind, weight or number, destination' },
      },
      { slug: 'store-time', text: { 'zh-CN': '暂存时间符合规定', en: 'Time in store within the rule' } },
      {
        slug: 'store-locked',
        text: { 'zh-CN': '暂存间上锁并有警示标识', en: 'Store locked, warning sign up' },
      },
      {
        slug: 'store-proof',
        text: { 'zh-CN': '暂存间防鼠、防蚊蝇设施完好', en: 'Store is proof against rodents and insects' },
      },
      {
        slug: 'disinfection-log',
        text: { 'zh-CN': '暂存间及转运车消毒有记录', en: 'Disinfection of store and cart is logged' },
      },
      {
        slug: 'protection',
        text: { 'zh-CN': '收集人员防护用品穿戴齐全', en: 'Collector wears protective equipment' },
      },
      {
        slug: 'route',
        text: { 'zh-CN': '按规定路线与时间转运', en: 'Moved by the set route at the set time' },
      },
    ],
  },
  {
    slug: 'disinfection-uv',
    title: { 'zh-CN': '消毒与紫外线灯', en: 'Disinfection and UV lamps' },
    items: [
      {
        slug: 'concentration',
        text: { 'zh-CN': '使用中消毒液浓度监测合格', en: 'Concentration of disinfectant in use is right' },
      },
      { slug: 'expiry', text: { 'zh-CN': '消毒产品在有效期内', en: 'Disinfectants are not expired' } },
      { slug: 'opened', text: { 'zh-CN': '开启的消毒液标注启用日期', en: 'Opened bottles carry a date' } },
      { slug: 'lamp-clean', text: { 'zh-CN': '灯管表面清洁无尘', en: 'Lamp is clean and free of dust' } },
      { slug: 'lamp-hours', text: { 'zh-CN': '灯管累计使用时间有登记', en: 'Hours of use are logged' } },
      {
        slug: 'lamp-intensity',
        text: { 'zh-CN': '灯管照射强度合格', en: 'Intensity passes' },
        help: { 'zh-CN': '记录每支灯管实测值', en: 'Note the reading of every lamp' },
      },
      { slug: 'unoccupied', text: { 'zh-CN': '照射时室内无人', en: 'Nobody in the room while it shines' } },
      { slug: 'log', text: { 'zh-CN': '消毒记录完整', en: 'Disinfection log is complete' } },
      {
        slug: 'surfaces',
        text: { 'zh-CN': '物体表面清洁消毒到位', en: 'Surfaces are cleaned and disinfected' },
      },
      { slug: 'replacement', text: { 'zh-CN': '不合格灯管已更换', en: 'Lamps that failed were replaced' } },
    ],
  },
  {
    slug: 'cssd-sterilisation',
    title: { 'zh-CN': '灭菌监测', en: 'Sterilisation monitoring' },
    items: [
      {
        slug: 'bowie-dick',
        text: {
          'zh-CN': '预真空灭菌器当日首锅前空载B-D试验合格',
          en: 'Bowie-Dick, empty, before the first load: passed',
        },
        help: { 'zh-CN': '只适用于预真空灭菌器', en: 'Pre-vacuum sterilisers only' },
      },
      {
        slug: 'physical',
        text: {
          'zh-CN': '每锅物理参数合格并打印存档',
          en: 'Physical values of each load pass and are filed',
        },
      },
      {
        slug: 'chemical-outside',
        text: { 'zh-CN': '包外化学指示物变色合格', en: 'Outside indicators changed colour' },
      },
      {
        slug: 'chemical-inside',
        text: { 'zh-CN': '包内化学指示物变色合格', en: 'Inside indicators changed colour' },
      },
      {
        slug: 'biological',
        text: { 'zh-CN': '生物监测按期完成且合格', en: 'Biological test done when due, passed' },
      },
      {
        slug: 'implants',
        text: { 'zh-CN': '植入物每批次生物监测', en: 'Biological test for each batch of implants' },
      },
      { slug: 'wet-packs', text: { 'zh-CN': '无湿包', en: 'No wet packs' } },
      { slug: 'packaging', text: { 'zh-CN': '包装完整，标识清楚', en: 'Packs whole and labelled' } },
      {
        slug: 'shelf-life',
        text: { 'zh-CN': '无菌物品在有效期内，先进先出', en: 'Sterile goods in date, first in first out' },
      },
      {
        slug: 'recall',
        text: { 'zh-CN': '不合格时召回记录完整', en: 'Recall on record where a test failed' },
      },
      { slug: 'traceability', text: { 'zh-CN': '追溯信息可查', en: 'Every pack can be traced' } },
    ],
  },
  {
    slug: 'dialysis-water',
    title: { 'zh-CN': '透析用水与透析液', en: 'Dialysis water and dialysate' },
    items: [
      {
        slug: 'sampling-point',
        text: { 'zh-CN': '采样点与方法正确', en: 'Sampling point and method are right' },
      },
      {
        slug: 'water-culture',
        text: { 'zh-CN': '透析用水细菌监测合格', en: 'Bacteria in dialysis water: passed' },
      },
      {
        slug: 'water-endotoxin',
        text: { 'zh-CN': '透析用水内毒素监测合格', en: 'Endotoxin in dialysis water: passed' },
      },
      { slug: 'dialysate', text: { 'zh-CN': '透析液监测合格', en: 'Dialysate: passed' } },
      {
        slug: 'residual-chlorine',
        text: { 'zh-CN': '余氯每日检测有记录', en: 'Residual chlorine is logged daily' },
      },
      { slug: 'hardness', text: { 'zh-CN': '硬度每日检测有记录', en: 'Hardness is logged daily' } },
      {
        slug: 'disinfection',
        text: { 'zh-CN': '水处理系统消毒有记录', en: 'Disinfection of the system is logged' },
      },
      { slug: 'residue', text: { 'zh-CN': '消毒后残余浓度检测合格', en: 'No residue after disinfection' } },
      {
        slug: 'filters',
        text: { 'zh-CN': '滤芯、反渗膜按计划更换', en: 'Filters and membranes changed as planned' },
      },
      {
        slug: 'exceeded',
        text: { 'zh-CN': '超标时已停用并整改', en: 'Stopped and put right where limits were exceeded' },
      },
    ],
  },
  {
    slug: 'pest-control',
    title: { 'zh-CN': '病媒生物防制', en: 'Pest control' },
    items: [
      { slug: 'traces', text: { 'zh-CN': '无鼠迹、蟑迹', en: 'No traces of rodents or cockroaches' } },
      { slug: 'bait', text: { 'zh-CN': '毒饵站完好并有警示', en: 'Bait stations whole and marked' } },
      { slug: 'barriers', text: { 'zh-CN': '挡鼠板、防鼠网完好', en: 'Rodent barriers and nets are whole' } },
      {
        slug: 'standing-water',
        text: { 'zh-CN': '无积水，沟渠已疏通', en: 'No standing water, drains clear' },
      },
      { slug: 'bins', text: { 'zh-CN': '垃圾容器加盖密闭', en: 'Waste bins are covered' } },
      {
        slug: 'screens',
        text: { 'zh-CN': '纱窗、门帘、灭蝇灯完好', en: 'Screens, curtains and fly lamps work' },
      },
      {
        slug: 'spraying',
        text: { 'zh-CN': '消杀范围与用药有记录', en: 'Area and agent of spraying are logged' },
      },
      {
        slug: 'agent-safe',
        text: { 'zh-CN': '药剂存放上锁，人员防护到位', en: 'Agents locked away, staff protected' },
      },
      {
        slug: 'notice',
        text: { 'zh-CN': '消杀前已告知科室与病人', en: 'Wards and patients were told beforehand' },
      },
    ],
  },
]
