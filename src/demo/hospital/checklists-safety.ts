import type { SeedChecklist } from './types.ts'

export const safetyChecklists: SeedChecklist[] = [
  {
    slug: 'fire',
    title: { 'zh-CN': '消防安全', en: 'Fire safety' },
    items: [
      { slug: 'exits', text: { 'zh-CN': '疏散通道、安全出口畅通未上锁', en: 'Exits free and unlocked' } },
      {
        slug: 'fire-doors',
        text: { 'zh-CN': '防火门常闭，闭门器完好', en: 'Fire doors shut, closers work' },
      },
      {
        slug: 'extinguishers',
        text: {
          'zh-CN': '灭火器压力、日期正常，月检卡已填',
          en: 'Extinguishers: pressure, date, monthly card',
        },
      },
      {
        slug: 'hydrants',
        text: { 'zh-CN': '消火栓、水带、水枪齐全', en: 'Hydrant, hose and nozzle complete' },
      },
      { slug: 'lights', text: { 'zh-CN': '应急照明、疏散指示完好', en: 'Emergency lights and signs work' } },
      { slug: 'detectors', text: { 'zh-CN': '探测器、喷头无遮挡', en: 'Detectors and sprinklers free' } },
      {
        slug: 'control-room',
        text: { 'zh-CN': '消防控制室双人持证值班', en: 'Control room manned by two with certificates' },
      },
      {
        slug: 'panel',
        text: { 'zh-CN': '报警主机无故障、无屏蔽', en: 'Panel shows no fault, nothing disabled' },
      },
      { slug: 'hot-work', text: { 'zh-CN': '动火作业有审批', en: 'Hot work has a permit' } },
      {
        slug: 'e-bikes',
        text: { 'zh-CN': '电动自行车未在楼内停放充电', en: 'No e-bikes parked or charged indoors' },
      },
      {
        slug: 'oxygen-area',
        text: { 'zh-CN': '用氧区域无明火、无违规用电', en: 'Oxygen areas: no flame, no unsafe wiring' },
      },
    ],
  },
  {
    slug: 'oxygen',
    title: { 'zh-CN': '医用氧气', en: 'Medical oxygen' },
    items: [
      { slug: 'pressure', text: { 'zh-CN': '供氧压力在正常范围', en: 'Supply pressure is normal' } },
      { slug: 'leaks', text: { 'zh-CN': '阀门、接头无泄漏', en: 'No leaks at valves and joints' } },
      {
        slug: 'full-empty',
        text: { 'zh-CN': '空瓶、满瓶分区并挂牌', en: 'Full and empty cylinders apart and marked' },
      },
      { slug: 'fixed', text: { 'zh-CN': '气瓶固定防倾倒', en: 'Cylinders secured' } },
      { slug: 'no-oil', text: { 'zh-CN': '无油脂接触', en: 'No oil or grease near' } },
      { slug: 'no-fire', text: { 'zh-CN': '严禁烟火标识醒目', en: 'No smoking signs clear' } },
      { slug: 'certificate', text: { 'zh-CN': '气瓶检验在有效期内', en: 'Cylinder certificates in date' } },
      { slug: 'gauge', text: { 'zh-CN': '压力表检定在有效期内', en: 'Gauges verified and in date' } },
      { slug: 'changeover', text: { 'zh-CN': '汇流排切换正常', en: 'Manifold changeover works' } },
      { slug: 'ventilation', text: { 'zh-CN': '房间通风良好', en: 'Room well ventilated' } },
      { slug: 'log', text: { 'zh-CN': '巡查、换瓶记录完整', en: 'Rounds and changes are logged' } },
    ],
  },
  {
    slug: 'kitchen',
    title: { 'zh-CN': '食堂卫生', en: 'Kitchen hygiene' },
    items: [
      {
        slug: 'health-cards',
        text: { 'zh-CN': '从业人员健康证有效', en: 'Staff health certificates valid' },
      },
      { slug: 'morning-check', text: { 'zh-CN': '晨检有记录', en: 'Morning health check logged' } },
      { slug: 'clothes', text: { 'zh-CN': '工作衣帽整洁，手部卫生', en: 'Clean clothes, clean hands' } },
      {
        slug: 'raw-cooked',
        text: { 'zh-CN': '生熟分开，用具有标识', en: 'Raw and cooked apart, tools marked' },
      },
      { slug: 'suppliers', text: { 'zh-CN': '进货索证索票齐全', en: 'Papers of suppliers complete' } },
      {
        slug: 'stock',
        text: { 'zh-CN': '库房离地离墙，无过期食品', en: 'Stores off floor and wall, nothing expired' },
      },
      { slug: 'samples', text: { 'zh-CN': '食品留样符合规定', en: 'Food samples kept as required' } },
      { slug: 'tableware', text: { 'zh-CN': '餐具消毒有记录', en: 'Disinfection of tableware logged' } },
      {
        slug: 'fridges',
        text: { 'zh-CN': '冷藏冷冻温度正常', en: 'Fridge and freezer temperatures normal' },
      },
      { slug: 'pests', text: { 'zh-CN': '防鼠防蝇设施完好', en: 'Rodent and fly barriers are whole' } },
      { slug: 'waste', text: { 'zh-CN': '餐厨垃圾日产日清', en: 'Kitchen waste cleared daily' } },
      { slug: 'gas', text: { 'zh-CN': '燃气、油烟管道安全', en: 'Gas and extraction are safe' } },
    ],
  },
]
