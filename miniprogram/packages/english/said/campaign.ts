import type { Sentences } from '../../../facts/words/say';

/** The data of the campaign and its guide. Medical words are those of the WHO’s international nonproprietary names. */
export const campaignSentences: Sentences = {
  // names of items that are shorter than the catalogue's English; what is in brackets does not fit a chip
  '布洛芬（胶囊、片）': 'Ibuprofen (capsules, tablets)',
  '布洛芬混悬液（儿童）': 'Ibuprofen suspension (children)',
  '布洛芬混悬滴剂（婴幼儿）': 'Ibuprofen drops (infants)',
  '布洛芬颗粒（儿童）': 'Ibuprofen granules (children)',
  对乙酰氨基酚片: 'Paracetamol tablets (acetaminophen)',
  '对乙酰氨基酚混悬液（儿童）': 'Paracetamol suspension (children)',
  '对乙酰氨基酚滴剂（婴幼儿）': 'Paracetamol drops (infants)',
  '对乙酰氨基酚颗粒（儿童）': 'Paracetamol granules (children)',
  '对乙酰氨基酚栓（儿童）': 'Paracetamol suppositories (children)',
  '阿司匹林片（成人）': 'Aspirin tablets (adults)',
  '额温枪（借用）': 'Infrared thermometer (on loan)',
  '指夹血氧仪（借用）': 'Pulse oximeter (on loan)',
  '制氧机（借用）': 'Oxygen concentrator (on loan)',
  // data
  '家里有多的药，分一点给附近急需的人；缺药的时候，看看邻居有没有。':
    'If you have medicine to spare, share some with people nearby who need it; if you need some, see whether a neighbour has it.',
  退烧止痛: 'Fever and pain',
  复方感冒药: 'Combined cold medicines',
  中成药: 'Chinese patent medicines',
  嗓子疼: 'Sore throat',
  咳嗽有痰: 'Cough and phlegm',
  鼻塞过敏: 'Blocked nose, allergy',
  恶心腹泻: 'Nausea, diarrhoea',
  检测和用品: 'Tests and supplies',
  对乙酰氨基酚: 'paracetamol (acetaminophen)',
  布洛芬: 'ibuprofen',
  阿司匹林: 'aspirin',
  异丙安替比林: 'propyphenazone',
  双氯芬酸: 'diclofenac',
  吲哚美辛: 'indometacin',
  洛索洛芬: 'loxoprofen',
  安乃近: 'metamizole',
  伪麻黄碱: 'pseudoephedrine',
  去氧肾上腺素: 'phenylephrine',
  甲基麻黄碱: 'methylephedrine',
  '麻黄（药材）': 'ephedra (herb)',
  右美沙芬: 'dextromethorphan',
  双氢可待因: 'dihydrocodeine',
  可待因: 'codeine',
  阿片粉: 'opium powder',
  氯苯那敏: 'chlorphenamine',
  苯海拉明: 'diphenhydramine',
  丙戊酰脲类镇静成分: 'allylisopropylacetylurea (sedative)',
  氯马斯汀: 'clemastine',
  咖啡因: 'caffeine',
  金刚烷胺: 'amantadine',
  氯雷他定: 'loratadine',
  西替利嗪: 'cetirizine',
  桂利嗪: 'cinnarizine',
  氨溴索: 'ambroxol',
  溴己新: 'bromhexine',
  乙酰半胱氨酸: 'acetylcysteine',
  愈创甘油醚: 'guaifenesin',
  赛洛唑啉: 'xylometazoline',
  地喹氯铵: 'dequalinium',
  碘: 'iodine',
  '乙醇（酒精）': 'alcohol',
  蒙脱石: 'smectite (montmorillonite)',
  补液盐: 'rehydration salts',
  人工牛黄: 'artificial ox bezoar',
  雄黄: 'realgar (arsenic sulfide)',
  蟾酥: 'toad venom',
  薄荷脑: 'menthol',
  葡萄糖酸锌: 'zinc gluconate',
  发烧: 'Fever',
  疼痛: 'Pain',
  感冒: 'Cold',
  咳嗽: 'Cough',
  鼻塞: 'Blocked nose',
  流鼻涕: 'Runny nose',
  过敏: 'Allergy',
  恶心呕吐: 'Nausea',
  腹泻: 'Diarrhoea',
  脱水: 'Dehydration',
  检测: 'Testing',
  量体温: 'Temperature',
  测血氧: 'Blood oxygen',
  防护: 'Protection',
  消毒: 'Disinfection',
  粒: '{0?capsule|capsules}',
  片: '{0?tablet|tablets}',
  瓶: '{0?bottle|bottles}',
  袋: '{0?sachet|sachets}',
  支: '{0?piece|pieces}',
  丸: '{0?pill|pills}',
  把: '{0?piece|pieces}',
  个: '{0?piece|pieces}',
  只: '{0?piece|pieces}',
  台: '{0?unit|units}',
  罐: '{0?can|cans}',
  包: '{0?pack|packs}',
  毫升: 'mL',
  '国家卫生健康委《新冠病毒感染者居家治疗指南》（2022年12月）常用药参考表；用量见药品说明书':
    'National Health Commission, Guide to home treatment of COVID-19 (December 2022), table of common medicines; doses as in the leaflet',
  '北京市《新冠病毒感染者用药目录（第一版）》（2022年12月）；用量见药品说明书':
    'Beijing, List of medicines for people with COVID-19 (1st edition, December 2022); doses as in the leaflet',
  '药品说明书（非处方药）；用量见药品说明书':
    'The leaflet (over-the-counter medicine); doses as in the leaflet',
  '广东省药监局《新冠病毒感染者重点用药监管目录》（2022年12月22日）；用量见药品说明书':
    'Guangdong Medical Products Administration, List of key COVID-19 medicines (22 December 2022); doses as in the leaflet',
  '国家中医药管理局《新冠病毒感染者居家中医药干预指引》（2022年12月10日）；用量见药品说明书':
    'National Administration of Traditional Chinese Medicine, Guide to Chinese medicine at home with COVID-19 (10 December 2022); doses as in the leaflet',
  '互助用品，不是药品；用法见产品说明': 'A supply, not a medicine; use it as its instructions say',
  '混悬液和滴剂浓度不同，毫升数不能照搬。开过封的不要送人。':
    'Suspension and drops differ in strength: never use the millilitres of one for the other. Do not give away an opened bottle.',
  '滴剂比混悬液浓一倍，毫升数不能照搬。不到6个月不能吃。':
    'Drops are twice as strong as the suspension: never use its millilitres. Not for babies under 6 months.',
  '要整片吞，不能掰开；12岁以下不能吃。': 'Swallow whole, do not break. Not for children under 12.',
  '滴剂比混悬液浓，毫升数不能照搬。不到3个月要医生看过才用。':
    'Drops are stronger than the suspension: never use its millilitres. Under 3 months only after a doctor has seen the baby.',
  '要放在阴凉处，化过的不要用。': 'Keep it cool. Do not use it if it has melted.',
  '孩子发烧不能吃阿司匹林；怀孕、胃溃疡、哮喘的人也不要吃。':
    'Never give aspirin to a child with a fever. Not in pregnancy, with a stomach ulcer or asthma.',
  '已经含对乙酰氨基酚，不要再吃别的退烧药、感冒药。':
    'Contains paracetamol already: take no other fever or cold medicine.',
  '已经含对乙酰氨基酚和氯苯那敏：不要再吃别的退烧药、感冒药；吃了会困，别开车。':
    'Contains paracetamol and chlorphenamine already: take no other fever or cold medicine. Makes you sleepy, do not drive.',
  '看着像中药，其实含对乙酰氨基酚和氯苯那敏：不要再吃别的退烧药、感冒药；吃了会困，别开车。':
    'Looks herbal but contains paracetamol and chlorphenamine: take no other fever or cold medicine. Makes you sleepy, do not drive.',
  '已经含对乙酰氨基酚和氯苯那敏：不要再吃别的退烧药、感冒药；2岁以下先问医生。':
    'Contains paracetamol and chlorphenamine already: take no other fever or cold medicine. Under 2 years ask a doctor first.',
  '含麻黄：血压高、心脏不好的人先问医生。':
    'Contains ephedra: ask a doctor first with high blood pressure or heart trouble.',
  '和“维C银翘片”不是一种药。': 'Not the same as Vitamin C Yinqiao (维C银翘片).',
  '和“感冒清”不是一种药。': 'Not the same as Ganmaoqing (感冒清).',
  '含麻黄：血压高、心脏不好的人先问医生；孕妇不能吃。':
    'Contains ephedra: ask a doctor first with high blood pressure or heart trouble. Not in pregnancy.',
  '孕妇不能吃。': 'Not in pregnancy.',
  '含碘：甲状腺有病、对碘过敏的不要吃。': 'Contains iodine: not with thyroid disease or iodine allergy.',
  '含麻黄：血压高、心脏不好的人先问医生。开过封的不要送人。':
    'Contains ephedra: ask a doctor first with high blood pressure or heart trouble. Do not give away an opened bottle.',
  '含氯苯那敏：吃了会困，别开车；不要和扑尔敏、别的感冒药一起吃。':
    'Contains chlorphenamine: makes you sleepy, do not drive. Not together with chlorphenamine tablets or other cold medicine.',
  '吃了会困，别开车；很多感冒药里已经有它。':
    'Makes you sleepy, do not drive. Many cold medicines contain it already.',
  '没用过的才能送人；连用不超过7天。': 'Give it away only unused. Not longer than 7 days in a row.',
  '含氯苯那敏和麻黄：吃了会困，别开车；血压高的先问医生；不要和扑尔敏、别的感冒药一起吃。':
    'Contains chlorphenamine and ephedra: makes you sleepy, do not drive. Ask a doctor first with high blood pressure. Not together with chlorphenamine tablets or other cold medicine.',
  '“正气水”含酒精：吃头孢、甲硝唑的人不能喝，喝了别开车；儿童、孕妇先问医生。':
    'The liquid called 正气水 contains alcohol: never with cephalosporins or metronidazole, and do not drive. Children and pregnant women ask a doctor first.',
  '和别的药隔开2小时吃。': 'Keep 2 hours between this and other medicine.',
  '按说明书的水量冲，不能少冲。小便很少、一直吐：去医院。':
    'Use as much water as the leaflet says, not less. Very little urine or constant vomiting: go to hospital.',
  '水银的摔碎有毒，不要邮寄；送前请擦拭消毒。':
    'A broken mercury thermometer is poisonous: do not mail it. Wipe and disinfect before you give it.',
  '借用后请归还。不到3个月的宝宝请量腋下。':
    'Please return it after use. Under 3 months, measure under the arm.',
  '借用后请归还。低于93%：马上去医院或打120。':
    'Please return it after use. Below 93 %: go to hospital at once or call 120.',
  '只是让人舒服一点，不能代替退烧药。': 'Only for comfort, it does not replace fever medicine.',
  '不是口服补液盐；有糖尿病的看清含糖量。':
    'Not the same as oral rehydration salts. With diabetes, check the sugar.',
  '怕火；不要给孩子擦身降温。': 'Keep away from fire. Never rub a child with it to cool a fever.',
  '没开封的才能送人。': 'Give it away only unopened.',
  '要全新的。': 'Only brand new ones.',
  '借用后请归还；要听医生的，吸氧不能代替去医院。':
    'Please return it after use. Follow your doctor: oxygen at home does not replace a hospital.',
  '抗病毒药是处方药，要医生看过才能用，个人之间不能转让。请联系社区医院或发热门诊。':
    'Antivirals need a prescription and may not be passed between persons. Please go to a community hospital or a fever clinic (发热门诊).',
  '抗生素是处方药，对病毒没有用，还可能过敏，个人之间不能转让。请找医生看。':
    'Antibiotics need a prescription, do nothing against viruses and can cause allergies. They may not be passed between persons. Please see a doctor.',
  '激素类是处方药，用错会加重病情，个人之间不能转让。请找医生看。':
    'Steroids need a prescription and can make things worse. They may not be passed between persons. Please see a doctor.',
  '这类止咳、止痛、安眠药受国家管制，个人之间不能转让。咳得厉害，请找医生看。':
    'Cough, pain and sleeping medicines of this kind are controlled and may not be passed between persons. With a bad cough, please see a doctor.',
  '含麻黄碱的感冒药不得在网上流通，这里不能发。可以选布洛芬或对乙酰氨基酚。':
    'Cold medicines with ephedrine may not be passed on online. You can choose ibuprofen or paracetamol instead.',
  '这种退烧止痛药已经停用，或者孩子禁用，这里不能发。':
    'This fever medicine was withdrawn, or is forbidden for children. It may not be posted here.',
  '这是处方药，要医生开，个人之间不能转让。常吃的药断了，请找社区医院或互联网医院续方。':
    'This needs a prescription and may not be passed between persons. If you run out of a regular medicine, ask a community hospital or an online hospital for a new prescription.',
  '针剂和要冷藏的药，保存不好会伤人，个人之间不能转让。请联系医院。':
    'Injections and medicines that must stay cold can harm when stored badly. They may not be passed between persons. Please ask a hospital.',
  '没有国药准字的药，说不清成分和保质期，这里不能发。':
    'Medicine without a Chinese approval number (国药准字) may not be posted here: nobody can tell what is in it and how long it keeps.',
  '没有国药准字的药，成分和剂量不好查，有的还含管制成分，这里不能发。国内同类药可以登记。':
    'Foreign medicine without a Chinese approval number (国药准字) may not be posted here: ingredients and doses are hard to check, and some are controlled. You can list the same kind from China.',
  '过期的药和开过封的药水不能再给别人用。请不要发布，也不要服用。':
    'Expired medicine and opened liquids may not be given to others. Please do not post or take them.',
  '这是急症，不要在这里等药：马上打120。':
    'This is an emergency. Do not wait for medicine here: call 120 now.',
  '没有登记板蓝根：国家和北京的居家用药目录都没有它。':
    'Banlangen (板蓝根) is not listed: neither the national nor the Beijing list for home treatment has it.',
  '没有登记这个中成药。嗓子疼可以看看下面这些。':
    'This Chinese medicine is not listed. For a sore throat, look at these.',
  '没有登记这个止咳药。化痰止咳可以看看下面这些。':
    'This cough medicine is not listed. Against cough and phlegm, look at these.',
  '没有登记这个润喉的。嗓子疼可以看看下面这些。':
    'These lozenges are not listed. For a sore throat, look at these.',
  '没有登记这个肠胃药。': 'This stomach medicine is not listed.',
  '这是心脏病人每天吃的小剂量阿司匹林，不是退烧药，这里不登记。断药了请找社区医院续方。':
    'This is low-dose aspirin for heart patients, not a fever medicine, and is not listed. If you run out, ask a community hospital for a prescription.',
  '这是几种止痛药混在一起的复方，这里不登记。只吃一种成分的更安全。':
    'This mixes several painkillers and is not listed. One ingredient alone is safer.',
  '没有登记这个感冒药。它多半已经含退烧成分，不要和退烧药一起吃。':
    'This cold medicine is not listed. It probably contains a fever medicine already: do not take it with another.',
  '孩子的中成药要医生看过再用，这里不登记。':
    'Chinese medicines for children need a doctor and are not listed.',
  '没有登记布洛芬栓：没有查到说明书。孩子退烧可以看看下面这些。':
    'Ibuprofen suppositories are not listed: we found no leaflet. For a child’s fever, look at these.',
  '没有登记复方退热栓，可以看看单一成分的。':
    'Combined suppositories are not listed. Look at those with one ingredient.',
  '这类止痛药多数是处方药，这里不登记。':
    'Most painkillers of this kind need a prescription and are not listed.',
  '没有登记这个治鼻子、过敏的药。': 'This nose or allergy medicine is not listed.',
  '没有登记这个止咳药。': 'This cough medicine is not listed.',
  '没有登记心脏和慢性病的药。胸口疼、喘不上气：马上打120。':
    'Medicines for the heart and long-term illness are not listed. Chest pain or trouble breathing: call 120 now.',
  '没有登记这个清火药：有的含雄黄等，要医生看过再用。':
    'This medicine against “inner heat” is not listed: some contain realgar and need a doctor.',
  '没有登记这个中成药，可以看看下面这些。': 'This Chinese medicine is not listed. Look at these.',
  '没有登记外用药和外伤用品。': 'Medicines for the skin and for wounds are not listed.',
  '这里只登记发烧感冒用得上的药和用品。': 'Only medicines and supplies for fever and colds are listed here.',
  '这里只登记药和退烧时用得上的用品。': 'Only medicines and what helps with a fever are listed here.',
  '没有登记这件用品。': 'This supply is not listed.',
  不到2个月: 'under 2 months',
  '不到2个月的宝宝别喂退烧药，发烧马上去医院。':
    'Give no fever medicine under 2 months. With a fever go to hospital at once.',
  不到3个月: 'under 3 months',
  '不到3个月要医生看过才能用对乙酰氨基酚。':
    'Under 3 months paracetamol only after a doctor has seen the baby.',
  不到6个月: 'under 6 months',
  '不到6个月的宝宝不能用布洛芬，可换成对乙酰氨基酚，先问医生。':
    'No ibuprofen under 6 months. Paracetamol may be an alternative: ask a doctor first.',
  不到1岁: 'under 1 year',
  '婴儿吞不下胶囊和药片，会噎住，也不好分量。要用滴剂或混悬液。':
    'Babies cannot swallow capsules and tablets: they choke, and the dose cannot be divided. Use drops or a suspension.',
  不到2岁: 'under 2 years',
  '2岁以下别自己喂感冒药，先问医生。': 'Under 2 years give no cold medicine without asking a doctor.',
  不到12岁: 'under 12 years',
  '12岁以下不能吃大人的缓释片，也不能掰开。':
    'No slow-release tablets for adults under 12, and never break them.',
  不到18岁: 'under 18 years',
  '孩子发烧不能吃阿司匹林，可换成对乙酰氨基酚。':
    'No aspirin for a child with a fever. Paracetamol may be an alternative.',
  '大人的复方感冒药不能减半给孩子吃，要用孩子的药。2岁以下先问医生。':
    'Never halve an adult’s cold medicine for a child; use one for children. Under 2 years ask a doctor first.',
  '18岁以下禁用安乃近。': 'Metamizole is forbidden under 18.',
  怀孕: 'pregnancy',
  '怀孕时不要吃布洛芬（20周以后更不能吃），可换成对乙酰氨基酚，先问医生。':
    'Do not take ibuprofen in pregnancy (never after week 20). Paracetamol may be an alternative: ask a doctor first.',
  '怀孕20周以后不能吃这类止痛药，会伤宝宝的肾；可换成对乙酰氨基酚，先问产科。':
    'Never take this kind of painkiller after week 20: it harms the baby’s kidneys. Paracetamol may be an alternative: ask an obstetrician first.',
  怀孕或喂奶: 'pregnancy or breastfeeding',
  '怀孕和喂奶时不要吃阿司匹林退烧，可换成对乙酰氨基酚，先问产科。':
    'No aspirin against fever in pregnancy or while breastfeeding. Paracetamol may be an alternative: ask an obstetrician first.',
  正在喂奶: 'breastfeeding',
  '说明书写着喂奶时不要吃布洛芬，可换成对乙酰氨基酚，先问医生。':
    'The Chinese label says no ibuprofen while breastfeeding. Paracetamol may be an alternative: ask a doctor first.',
  '怀孕时能不吃就不吃，要吃量要小、时间要短，先问产科。':
    'In pregnancy take it only if you must, little and briefly: ask an obstetrician first.',
  '怀孕前3个月不能吃这种感冒药，之后也要先问产科。':
    'Not in the first 3 months of pregnancy; later ask an obstetrician first.',
  '孕妇不能吃这个中成药。': 'Not this Chinese medicine in pregnancy.',
  '含碘，怀孕和喂奶时先问医生。': 'Contains iodine: ask a doctor first in pregnancy and while breastfeeding.',
  '喂奶时不要吃含可待因的药。': 'No codeine while breastfeeding.',
  '肾不好、透析': 'weak kidneys, dialysis',
  '肾不好或正在透析，不要吃这个药。可换成对乙酰氨基酚，先问自己的医生。':
    'Not with weak kidneys or on dialysis. Paracetamol may be an alternative: ask your own doctor first.',
  '透析、器官移植': 'dialysis, transplant',
  '正在透析或做过移植，发烧先给自己的医生打电话。':
    'On dialysis or with a transplant: with a fever, call your own doctor first.',
  '心衰、肝衰': 'heart or liver failure',
  '心衰、肝衰不能吃布洛芬这类药，先问医生。':
    'No ibuprofen or the like with heart or liver failure: ask a doctor first.',
  '胃溃疡、胃出血': 'stomach ulcer or bleeding',
  '有胃溃疡、胃出血过的人不能吃，可换成对乙酰氨基酚。':
    'Not after a stomach ulcer or bleeding. Paracetamol may be an alternative.',
  吃止痛药犯过哮喘: 'asthma from painkillers',
  '吃过止痛药犯哮喘的人不能吃，可换成对乙酰氨基酚，先问医生。':
    'Not if a painkiller has ever caused asthma. Paracetamol may be an alternative: ask a doctor first.',
  在吃华法林等抗凝药: 'warfarin and other blood thinners',
  '吃抗凝药的人不能吃布洛芬、阿司匹林，可换成对乙酰氨基酚，先问医生。':
    'No ibuprofen or aspirin with blood thinners. Paracetamol may be an alternative: ask a doctor first.',
  '在吃降压药、利尿药': 'blood pressure medicine, diuretics',
  '吃降压药、利尿药的人，先问药师。':
    'With medicine for blood pressure or diuretics, ask a pharmacist first.',
  '肝不好、常喝酒': 'weak liver, regular drinking',
  '肝不好的人别自己吃对乙酰氨基酚，先问医生。':
    'With a weak liver take no paracetamol without asking a doctor.',
  在吃华法林: 'warfarin',
  '吃华法林的人，对乙酰氨基酚不要连吃几天，先问医生。':
    'With warfarin, no paracetamol for days in a row: ask a doctor first.',
  '血压高、心脏病、甲亢、青光眼、前列腺大':
    'high blood pressure, heart disease, overactive thyroid, glaucoma, large prostate',
  '含麻黄：血压高、心脏不好、青光眼、前列腺大的人先问药师。':
    'Contains ephedra: ask a pharmacist first with high blood pressure, heart trouble, glaucoma or a large prostate.',
  '青光眼、前列腺大': 'glaucoma, large prostate',
  '青光眼、前列腺大的人先问药师；吃了会困，走路小心。':
    'Ask a pharmacist first with glaucoma or a large prostate. Makes you sleepy: take care when you walk.',
  甲状腺有病: 'thyroid disease',
  '含碘：甲状腺有病的人先问医生。': 'Contains iodine: ask a doctor first with thyroid disease.',
  '65岁以上': 'aged 65 and over',
  '65岁以上吃布洛芬、阿司匹林容易伤胃，对乙酰氨基酚更稳妥。':
    'From 65 on, ibuprofen and aspirin easily harm the stomach. Paracetamol is safer.',
  糖尿病: 'diabetes',
  '有糖尿病的人看清含糖量。': 'With diabetes, check the sugar.',
  '孩子、孕妇': 'children, pregnant women',
  '“正气水”含酒精，孩子和孕妇不要喝，可以用不含酒精的口服液，先问医生。':
    'The liquid called 正气水 contains alcohol: not for children and pregnant women. The oral liquid without alcohol may do: ask a doctor first.',
  '不到3个月的宝宝请量腋下，额温枪不准。':
    'Under 3 months, measure under the arm: forehead thermometers are not exact.',
  '不要用酒精给孩子擦身降温。': 'Never rub a child with alcohol to cool a fever.',
  '小便很少、一直吐的宝宝，不能只喝补液盐：去医院。':
    'For a baby with very little urine or constant vomiting, rehydration salts are not enough: go to hospital.',
  '两种都含对乙酰氨基酚，一起吃会伤肝，成人一天合计不超过2克。只吃一种。':
    'Both contain paracetamol: together they harm the liver. Adults take at most 2 g a day in all. Take only one.',
  '两种都是布洛芬一类的药，一起吃容易胃出血、伤肾。只吃一种。':
    'Both are of the ibuprofen kind: together they can make the stomach bleed and harm the kidneys. Take only one.',
  '退烧药只吃一种就够，不要一起吃，也不要自己交替着吃。':
    'One fever medicine is enough. Do not take two together or in turns.',
  '两种都含让人发困的成分，加起来会更困、口干、头晕。只吃一种。':
    'Both make you sleepy: together more so, with a dry mouth and dizziness. Take only one.',
  '两种都含麻黄类成分，一起吃心慌、血压高。只吃一种。':
    'Both contain the ephedrine kind: together they make the heart race and raise blood pressure. Take only one.',
  '两种都含可待因一类成分，不能一起吃。': 'Both contain the codeine kind. Never take them together.',
  '一起吃会过度发困，甚至影响呼吸，不能一起吃。':
    'Together they make you too sleepy and can weaken breathing. Never take them together.',
  '两种都含右美沙芬，只吃一种。': 'Both contain dextromethorphan. Take only one.',
  '金刚烷胺和发困的成分叠加，反应更重，不要一起吃。':
    'Amantadine adds to what makes you sleepy. Do not take them together.',
  '两种都含金刚烷胺，只吃一种。': 'Both contain amantadine. Take only one.',
  '两种都含咖啡因，会心慌、睡不着。': 'Both contain caffeine: your heart races and you cannot sleep.',
  '蒙脱石会吸住别的药，两种药隔开2小时吃。': 'Smectite binds other medicine. Keep 2 hours between them.',
  '藿香正气水含酒精，和发困的药一起吃更危险。':
    'Huoxiang Zhengqi liquid contains alcohol: dangerous with medicine that makes you sleepy.',
  '退烧药不能和含酒精的药水一起吃，隔开并先问药师。':
    'No fever medicine together with liquids that contain alcohol. Keep them apart and ask a pharmacist first.',
  '对乙酰氨基酚片说明书（0.5克）': 'Leaflet of paracetamol tablets (0.5 g)',
  '对乙酰氨基酚片说明书（0.3克）': 'Leaflet of paracetamol tablets (0.3 g)',
  '对乙酰氨基酚缓释片（0.65克）、对乙酰氨基酚栓（0.15克）说明书':
    'Leaflets of paracetamol slow-release tablets (0.65 g) and suppositories (0.15 g)',
  对乙酰氨基酚混悬液说明书: 'Leaflet of paracetamol suspension',
  '布洛芬片、布洛芬缓释胶囊说明书': 'Leaflets of ibuprofen tablets and slow-release capsules',
  '布洛芬混悬液（100毫升:2克）说明书': 'Leaflet of ibuprofen suspension (100 mL : 2 g)',
  '复方小儿退热栓说明书（国药准字Z44023358）':
    'Leaflet of compound fever suppositories for children (国药准字Z44023358)',
  '复方感冒药说明书（泰诺、白加黑、感康、快克、散利痛、维C银翘等）':
    'Leaflets of combined cold medicines (泰诺, 白加黑, 感康, 快克, 散利痛, 维C银翘 and others)',
  小儿氨酚黄那敏颗粒说明书: 'Leaflet of paediatric paracetamol, chlorphenamine and bezoar granules',
  阿司匹林片说明书: 'Leaflet of aspirin tablets',
  '阿咖酚散、复方对乙酰氨基酚片说明书':
    'Leaflets of aspirin, caffeine and paracetamol powder and compound paracetamol tablets',
  '蒙脱石散、藿香正气水说明书': 'Leaflets of smectite powder and Huoxiang Zhengqi liquid',
  '口服补液盐散（Ⅲ）说明书': 'Leaflet of oral rehydration salts III',
  '鼻炎康片、康乐鼻炎片、咳特灵说明书': 'Leaflets of 鼻炎康片, 康乐鼻炎片 and 咳特灵',
  马来酸氯苯那敏片说明书: 'Leaflet of chlorphenamine tablets',
  '西地碘含片（华素片）说明书': 'Leaflet of iodine lozenges (华素片)',
  '国家药监局非处方药说明书范本（2007年第54号）':
    'National Medical Products Administration, model leaflets of over-the-counter medicines (2007, no. 54)',
  国家药监局关于14种儿童感冒药的公告:
    'National Medical Products Administration, notice on 14 cold medicines for children',
  '国家药监局关于安乃近、尼美舒利的公告':
    'National Medical Products Administration, notices on metamizole and nimesulide',
  '北京市《新冠病毒感染者用药目录（第一版）》':
    'Beijing, List of medicines for people with COVID-19 (1st edition)',
  北京市新冠病毒感染者居家用药专家指引: 'Beijing, Experts’ guide to medicine at home with COVID-19',
  北京医院药学部解读用药目录: 'Beijing Hospital, pharmacy: explanation of the list of medicines',
  '国家卫生健康委《新冠病毒感染者居家治疗指南》':
    'National Health Commission, Guide to home treatment of COVID-19',
  新冠病毒感染者居家治疗和转诊要求: 'Home treatment and referral of people with COVID-19',
  '国务院联防联控机制发布会（北京儿童医院）':
    'Press conference of the State Council’s joint prevention mechanism (Beijing Children’s Hospital)',
  儿童社区获得性肺炎呼吸频率标准: 'Breathing rates in children’s community-acquired pneumonia',
  '英国国家医疗服务体系（NHS）用药说明': 'NHS (United Kingdom), medicines A to Z',
  美国食品药品监督管理局关于20周后用NSAID的通告: 'FDA (United States), NSAIDs from week 20 of pregnancy on',
  '日本医药品添付文书（PMDA）': 'PMDA (Japan), package inserts',
  香港药品包装说明: 'Hong Kong package inserts',
  '医药网站转载的说明书（未见原件）': 'Leaflets copied by medical websites (originals not seen)',
  婴儿: 'Baby',
  '不到1岁；不到3个月发烧请马上去医院': 'under 1 year; under 3 months with a fever go to hospital at once',
  儿童: 'Child',
  '1岁到14岁': '1 to 14 years',
  老人: 'Elderly',
  孕产妇: 'Pregnant or nursing',
  怀孕或正在喂奶: 'pregnant or breastfeeding',
  慢性病人: 'Long-term illness',
  '透析、肿瘤、心脏病、糖尿病等': 'dialysis, cancer, heart disease, diabetes and others',
  家里的余药: 'Left over at home',
  药店买的: 'From a pharmacy',
  网上买的: 'Bought online',
  单位发的: 'From my employer',
  社区发的: 'From the community',
  '不到3个月的宝宝发烧：马上去医院，不要在家等药。':
    'A baby under 3 months with a fever: go to hospital at once, do not wait for medicine.',
  '烧到40℃，或者烧了3天还不退：去发热门诊。':
    'Fever of 40 °C, or for 3 days: go to a fever clinic (发热门诊).',
  '喘不上气、胸口疼、嘴唇发紫，或者血氧93%以下：马上打120。':
    'Trouble breathing, chest pain, blue lips, or blood oxygen below 93 %: call 120 now.',
  '叫不醒、说胡话、抽搐：马上打120。': 'Cannot be woken, confused, or has fits: call 120 now.',
  '怀孕时出血，或者感觉不到胎动：马上去医院。':
    'Pregnant with bleeding, or the baby no longer moves: go to hospital at once.',
  '喝不进水、一直吐，或者小便很少：去医院。':
    'Cannot drink, vomits constantly, or has very little urine: go to hospital.',
  '正在透析或做过器官移植，又发烧了：先给自己的医生打电话。':
    'On dialysis or with a transplant, and a fever: call your own doctor first.',
  '我说不出话，请在这里点句子': 'I cannot speak, please tap sentences here',
  '药还有吗？': 'Do you still have it?',
  '烧得厉害，今天能拿到吗？': 'The fever is high. Can I get it today?',
  '我叫跑腿来取，可以吗？': 'May I send a courier?',
  我在路上了: 'I am on my way',
  我到了: 'I am here',
  '没找到，请再告诉我放在哪里': 'I cannot find it. Where did you put it?',
  '拿到了，谢谢您！': 'I have it, thank you!',
  '已经有药了，留给别人吧': 'I have some now, keep it for others',
  '还有，给您留着': 'Yes, I keep it for you',
  '您还需要吗？': 'Do you still need it?',
  '已经放好了，请来拿': 'It is there, please come and get it',
  已经交给跑腿了: 'I gave it to the courier',
  已经寄出了: 'I have mailed it',
  '我也病着，要晚一点': 'I am ill too, a little later please',
  '对不起，已经送完了': 'Sorry, it is all gone',
  可以: 'Yes',
  '不方便，换一个': 'That does not suit me, another one please',
  请打电话给我: 'Please call me',
  现在不方便接电话: 'I cannot take calls now',
  '我中文不好，请用简单的句子': 'My Chinese is poor, please use simple sentences',
  小区门口: 'At the compound’s gate',
  保安室: 'At the guard’s room',
  快递柜: 'In a parcel locker',
  快递驿站: 'At the parcel station',
  楼下大厅: 'In the lobby downstairs',
  药店门口: 'Outside the pharmacy',
  便利店门口: 'Outside the convenience store',
  地铁站口: 'At the metro exit',
  '6–8点': '6:00–8:00',
  '8–10点': '8:00–10:00',
  '10–12点': '10:00–12:00',
  '12–14点': '12:00–14:00',
  '14–16点': '14:00–16:00',
  '16–18点': '16:00–18:00',
  '18–20点': '18:00–20:00',
  '20–22点': '20:00–22:00',
  '12345 政务热线': '12345 city hotline',
  '24小时人工，可问发热门诊和药店':
    'day and night; asks for fever clinics and pharmacies (many cities have English)',
  '退烧药只吃一种就够：布洛芬和对乙酰氨基酚不要一起吃。':
    'One fever medicine is enough: do not take ibuprofen and paracetamol together.',
  '很多感冒药里已经有对乙酰氨基酚。名字里有“氨酚”“氨咖”“酚麻”的，不要再加退烧药。':
    'Many cold medicines contain paracetamol already. If the name has 氨酚, 氨咖 or 酚麻, add no fever medicine.',
  '布洛芬：不到6个月的宝宝不能吃，怀孕和喂奶时不要吃。':
    'Ibuprofen: never under 6 months, not in pregnancy or while breastfeeding.',
  '对乙酰氨基酚片（0.5克）一天最多4片，吃多了伤肝。':
    'Paracetamol tablets (0.5 g): at most 4 a day. More harms the liver.',
  '退烧药最多连吃3天，还烧就去看医生。':
    'Fever medicine for at most 3 days. If the fever stays, see a doctor.',
  '18岁以下不要吃阿司匹林退烧。': 'No aspirin against fever under 18.',
  '收到药，先看药名、有效期和国药准字，有一样不对就不要吃。':
    'Check name, expiry date and approval number (国药准字). If one is wrong, do not take it.',
  '一家人留4粒布洛芬就够应急，多的可以分给邻居。':
    'Four ibuprofen capsules are enough for a family’s emergency. You can share the rest.',
  '见面时放在门口或驿站，戴好口罩，不用当面交接。':
    'Leave it at the gate or the parcel station and wear a mask. You need not meet.',
  '这里只免费互助。谁要钱都别给。': 'Help here is free. Pay nobody.',
  '以药品说明书为准；拿不准时，请问医生或药师。':
    'The leaflet in the box decides. If you are not sure, ask a doctor or a pharmacist.',
  '对乙酰氨基酚片 0.5克': 'Paracetamol tablets 0.5 g',
  '6～12岁，一次0.5片': '6 to 12 years: half a tablet at a time',
  '12岁以上及成人，一次1片': 'From 12 years and adults: 1 tablet at a time',
  '成人一天不超过2克。': 'Adults at most 2 g a day.',
  '对乙酰氨基酚片 0.3克': 'Paracetamol tablets 0.3 g',
  '成人一次1～2片': 'Adults: 1 to 2 tablets at a time',
  '说明书写一天3～4次、一天不超过2克；这里按3次。':
    'The label says 3 to 4 times and at most 2 g a day; here 3 times.',
  '对乙酰氨基酚缓释片 0.65克': 'Paracetamol slow-release tablets 0.65 g',
  '整片吞下，不能掰开。': 'Swallow whole, do not break.',
  对乙酰氨基酚混悬液: 'Paracetamol suspension',
  '体重12～15公斤，一次3毫升': '12 to 15 kg: 3 mL at a time',
  '体重16～21公斤，一次5毫升': '16 to 21 kg: 5 mL at a time',
  '体重22～27公斤，一次8毫升': '22 to 27 kg: 8 mL at a time',
  '体重28～32公斤，一次10毫升': '28 to 32 kg: 10 mL at a time',
  '只用盒子里的量杯。滴剂更浓，不能照这个量。':
    'Use only the cup in the box. Drops are stronger, so this dose is not for them.',
  对乙酰氨基酚滴剂: 'Paracetamol drops',
  '没有查到说明书原件：请看盒子里的说明书，或问药师。':
    'We have not seen the leaflet: read the one in the box, or ask a pharmacist.',
  对乙酰氨基酚颗粒: 'Paracetamol granules',
  '对乙酰氨基酚栓 0.15克': 'Paracetamol suppositories 0.15 g',
  '1～12岁，一次1粒': '1 to 12 years: 1 at a time',
  '塞肛门用。不到1岁先问医生。': 'For the rectum. Under 1 year ask a doctor first.',
  '布洛芬混悬液 100毫升:2克': 'Ibuprofen suspension 100 mL : 2 g',
  '体重10～15公斤，一次4毫升': '10 to 15 kg: 4 mL at a time',
  '只用盒子里的量杯。滴剂浓一倍，不能照这个量。':
    'Use only the cup in the box. Drops are twice as strong, so this dose is not for them.',
  '布洛芬混悬滴剂 15毫升:0.6克': 'Ibuprofen drops 15 mL : 0.6 g',
  '布洛芬片 0.2克': 'Ibuprofen tablets 0.2 g',
  '布洛芬缓释胶囊 0.3克': 'Ibuprofen slow-release capsules 0.3 g',
  '12岁以上及成人，一次1粒': 'From 12 years and adults: 1 capsule at a time',
  '整粒吞下，不能打开。': 'Swallow whole, do not open.',
  '布洛芬缓释胶囊 0.4克': 'Ibuprofen slow-release capsules 0.4 g',
  '成人，一次1粒': 'Adults: 1 capsule at a time',
  布洛芬颗粒: 'Ibuprofen granules',
  '各厂规格不同，没有查到说明书原件：请看盒子里的说明书，或问药师。':
    'Strengths differ by maker and we have not seen a leaflet: read the one in the box, or ask a pharmacist.',
  阿司匹林片: 'Aspirin tablets',
  '各厂规格不同：请看盒子里的说明书，或问药师。18岁以下不能吃。':
    'Strengths differ by maker: read the leaflet in the box, or ask a pharmacist. Not under 18.',
  '小儿氨酚黄那敏颗粒（每袋含对乙酰氨基酚125毫克）':
    'Paediatric paracetamol, chlorphenamine and bezoar granules (125 mg of paracetamol in a sachet)',
  '1～3岁，一次0.5～1袋': '1 to 3 years: half to 1 sachet at a time',
  '4～6岁，一次1～1.5袋': '4 to 6 years: 1 to 1.5 sachets at a time',
  '7～9岁，一次1.5～2袋': '7 to 9 years: 1.5 to 2 sachets at a time',
  '10～12岁，一次2～2.5袋': '10 to 12 years: 2 to 2.5 sachets at a time',
  '2岁以下先问医生。': 'Under 2 years ask a doctor first.',
  '蒙脱石散 3克': 'Smectite powder 3 g',
  '1岁以下，一日1袋': 'Under 1 year: 1 sachet a day',
  '1～2岁，一日1～2袋': '1 to 2 years: 1 to 2 sachets a day',
  '2岁以上，一日2～3袋': 'From 2 years: 2 to 3 sachets a day',
  '成人，一日3袋': 'Adults: 3 sachets a day',
  '一天的量分3次，倒进50毫升温水里喝；和别的药隔开2小时。':
    'Divide the day’s dose into 3, each in 50 mL of warm water. Keep 2 hours between this and other medicine.',
  '口服补液盐散（Ⅲ）': 'Oral rehydration salts III',
  '一袋冲250毫升温水，不能少放水，也不能分次冲。喝多少按体重算，请看说明书或问药师。':
    'One sachet in 250 mL of warm water, not less, and all at once. How much to drink goes by weight: read the leaflet or ask a pharmacist.',
  酒: 'alcohol',
  '吃退烧药的几天不能喝酒。': 'No alcohol on days with fever medicine.',
  '酒、安眠药': 'alcohol, sleeping pills',
  '发困的药不能和酒、安眠药一起用。':
    'Never combine medicine that makes you sleepy with alcohol or sleeping pills.',
  开车: 'driving',
  '吃了会困，别开车、别登高。': 'Makes you sleepy: do not drive or climb.',
  '藿香正气水含酒精，喝了不能开车。': 'Huoxiang Zhengqi liquid contains alcohol: do not drive after it.',
  '抗抑郁药（单胺氧化酶抑制剂）、利奈唑胺': 'antidepressants (MAO inhibitors), linezolid',
  '正在吃或14天内吃过的人不能吃，会有危险。': 'Dangerous while you take them and for 14 days after.',
  '抗抑郁药（SSRI）': 'antidepressants (SSRI)',
  '一起吃容易胃出血，先问医生。': 'Together the stomach bleeds more easily: ask a doctor first.',
  降压药: 'blood pressure medicine',
  '会影响血压，先问药师。': 'Affects blood pressure: ask a pharmacist first.',
  华法林: 'warfarin',
  '容易出血，不能一起吃。': 'Causes bleeding. Never take them together.',
  '抗癫痫药、抗结核药': 'medicine for epilepsy or tuberculosis',
  '更容易伤肝，先问医生。': 'Harms the liver more easily: ask a doctor first.',
  '头孢、甲硝唑、酮康唑': 'cephalosporins, metronidazole, ketoconazole',
  '藿香正气水含酒精，一起用会脸红心慌、血压下降。':
    'Huoxiang Zhengqi liquid contains alcohol: together they cause flushing, a racing heart and low blood pressure.',
  '咖啡、浓茶': 'coffee, strong tea',
  '会心慌、睡不着。': 'Your heart races and you cannot sleep.',
  别的药: 'other medicine',
  '蒙脱石会吸住别的药，隔开2小时吃。': 'Smectite binds other medicine. Keep 2 hours between them.',
  可能是登革热: 'possible dengue fever',
  '蚊子多的地方发高烧可能是登革热：别吃布洛芬、阿司匹林，去医院查血。':
    'A high fever where there are many mosquitoes may be dengue: take no ibuprofen or aspirin, and have your blood tested in a hospital.',
  出水痘: 'chickenpox',
  '出水痘时别吃布洛芬。': 'No ibuprofen with chickenpox.',
  蚕豆病: 'G6PD deficiency (favism)',
  '蚕豆病的人不能吃阿司匹林，先问医生。': 'No aspirin with G6PD deficiency: ask a doctor first.',
  '不到3个月：呼吸有停顿，脸或嘴唇发紫。': 'Under 3 months: pauses in breathing, blue face or lips.',
  '不到3个月，体温38℃以上：现在就去医院。': 'Under 3 months with 38 °C or more: go to hospital now.',
  '3到6个月，体温39℃以上，或8小时没有尿。': '3 to 6 months with 39 °C or more, or no urine for 8 hours.',
  '叫不醒、抽搐、脸色发青发灰、鼻翼扇动、喘气时胸口凹下去、按压不褪色的皮疹。':
    'Cannot be woken, fits, blue or grey face, flaring nostrils, chest sinking in with each breath, a rash that does not fade when pressed.',
  '精神差、哄不住；喘、像狗叫的咳嗽；烧到40℃，或烧了3天还不退；出新的皮疹；不肯吃、一直吐、尿很少。':
    'Listless or cannot be calmed; wheezing, a barking cough; fever of 40 °C, or for 3 days; a new rash; does not eat, vomits constantly, very little urine.',
  '安静时一分钟呼吸：不到2个月60次以上，2～12个月50次以上，1～5岁40次以上，5岁以上30次以上。':
    'Breaths a minute at rest: 60 or more under 2 months, 50 or more at 2 to 12 months, 40 or more at 1 to 5 years, 30 or more from 5 years.',
  '喘不上气、胸口疼、剧烈肚子疼、抽搐、说不出话、动不了、叫不醒、说胡话、血氧低于93%。':
    'Trouble breathing, chest pain, severe belly pain, fits, cannot speak or move, cannot be woken, confused, blood oxygen below 93 %.',
  '吃了退烧药还超过38.5℃，3天不退；体温低于35℃；吃不下东西；吐泻超过2天。':
    'Above 38.5 °C for 3 days in spite of fever medicine; below 35 °C; cannot eat; vomiting or diarrhoea for more than 2 days.',
  '和大人一样：喘不上气、胸口疼、抽搐、叫不醒。':
    'As for adults: trouble breathing, chest pain, fits, cannot be woken.',
  '头痛、头晕、心慌、憋气；肚子疼、出血、流水；胎动异常或变少。':
    'Headache, dizziness, racing heart, short of breath; belly pain, bleeding, waters breaking; the baby moves unusually or less.',
  '和大人一样；胸口疼。': 'As for adults; chest pain.',
  '没精神、嗜睡、不吃东西；血氧低于93%；安静时心跳超过100次、呼吸超过30次；老毛病加重。':
    'Listless, very sleepy, does not eat; blood oxygen below 93 %; at rest more than 100 heartbeats or 30 breaths a minute; an old illness gets worse.',
  '正在透析或做过移植的人发烧：先给自己的医生打电话。':
    'Fever on dialysis or with a transplant: call your own doctor first.',
  '吃药以后喘、脸肿。': 'Wheezing or a swollen face after medicine.',
  '黑便、便血、出皮疹；对乙酰氨基酚吃多了，没有不舒服也要去医院。':
    'Black or bloody stools, a rash; after too much paracetamol go to hospital even if you feel well.',
};
