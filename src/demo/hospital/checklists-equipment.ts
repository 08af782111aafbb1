import type { SeedChecklist } from './types.ts'

export const equipmentChecklists: SeedChecklist[] = [
  {
    slug: 'infusion-pump-test',
    title: { 'zh-CN': '输注泵检测', en: 'Infusion pump test' },
    items: [
      { slug: 'appearance', text: { 'zh-CN': '外观完好，标签清晰', en: 'Case whole, label legible' } },
      { slug: 'self-test', text: { 'zh-CN': '开机自检通过', en: 'Self-test passed' } },
      { slug: 'battery', text: { 'zh-CN': '电池供电正常', en: 'Runs on battery' } },
      {
        slug: 'flow',
        text: { 'zh-CN': '流量误差在允许范围', en: 'Flow error within limits' },
        help: { 'zh-CN': '记录设定值与实测值', en: 'Note set and measured values' },
      },
      { slug: 'occlusion', text: { 'zh-CN': '阻塞报警有效', en: 'Occlusion alarm works' } },
      { slug: 'air', text: { 'zh-CN': '气泡报警有效', en: 'Air-in-line alarm works' } },
      { slug: 'door', text: { 'zh-CN': '开门报警有效', en: 'Door alarm works' } },
      { slug: 'low-battery', text: { 'zh-CN': '低电量报警有效', en: 'Low battery alarm works' } },
      { slug: 'label', text: { 'zh-CN': '检测合格标签已粘贴', en: 'Test label attached' } },
      { slug: 'failed', text: { 'zh-CN': '不合格者已停用送修', en: 'Failed pumps taken out of use' } },
    ],
  },
  {
    slug: 'ventilator-test',
    title: { 'zh-CN': '呼吸机与麻醉机检测', en: 'Ventilator and anaesthesia machine test' },
    items: [
      { slug: 'appearance', text: { 'zh-CN': '外观、管路完好', en: 'Case and tubing whole' } },
      {
        slug: 'self-test',
        text: { 'zh-CN': '开机自检及漏气检测通过', en: 'Self-test and leak test passed' },
      },
      { slug: 'volume', text: { 'zh-CN': '潮气量误差在允许范围', en: 'Tidal volume within limits' } },
      { slug: 'rate', text: { 'zh-CN': '呼吸频率误差在允许范围', en: 'Rate within limits' } },
      { slug: 'pressure', text: { 'zh-CN': '气道压力误差在允许范围', en: 'Airway pressure within limits' } },
      { slug: 'oxygen', text: { 'zh-CN': '氧浓度误差在允许范围', en: 'Oxygen concentration within limits' } },
      { slug: 'alarms', text: { 'zh-CN': '高低压、窒息报警有效', en: 'Pressure and apnoea alarms work' } },
      {
        slug: 'power-alarm',
        text: { 'zh-CN': '断电、断气报警有效', en: 'Power and gas failure alarms work' },
      },
      { slug: 'battery', text: { 'zh-CN': '备用电池工作正常', en: 'Backup battery works' } },
      {
        slug: 'filters',
        text: { 'zh-CN': '过滤器、呼吸阀按期更换', en: 'Filters and valves changed when due' },
      },
      { slug: 'label', text: { 'zh-CN': '检测合格标签已粘贴', en: 'Test label attached' } },
    ],
  },
  {
    slug: 'defibrillator-test',
    title: { 'zh-CN': '除颤仪检测', en: 'Defibrillator test' },
    items: [
      {
        slug: 'appearance',
        text: { 'zh-CN': '外观、电极板完好清洁', en: 'Case and paddles whole and clean' },
      },
      { slug: 'self-test', text: { 'zh-CN': '自检通过并打印', en: 'Self-test passed and printed' } },
      { slug: 'energy', text: { 'zh-CN': '释放能量误差在允许范围', en: 'Delivered energy within limits' } },
      { slug: 'charge-time', text: { 'zh-CN': '充电时间符合要求', en: 'Charge time as required' } },
      { slug: 'sync', text: { 'zh-CN': '同步功能正常', en: 'Synchronised mode works' } },
      { slug: 'ecg', text: { 'zh-CN': '心电显示与报警正常', en: 'ECG display and alarms work' } },
      { slug: 'battery', text: { 'zh-CN': '电池充满，备用可用', en: 'Battery full, spare usable' } },
      { slug: 'pads', text: { 'zh-CN': '电极片、导电膏在有效期内', en: 'Pads and gel are not expired' } },
      { slug: 'paper', text: { 'zh-CN': '打印纸充足', en: 'Enough paper' } },
      { slug: 'label', text: { 'zh-CN': '检测合格标签已粘贴', en: 'Test label attached' } },
    ],
  },
]
