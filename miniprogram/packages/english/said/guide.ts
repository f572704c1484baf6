import type { Sentences } from '../../../facts/words/say';

/** What the medicine guide composes. */
export const guideSentences: Sentences = {
  // guide
  '一天一共 {0}{1}，分{2}次吃': '{0} {1} in a whole day, divided into {2} doses',
  '一次 {0}{1}，24小时最多 {2}{3}': '{0} {1} at a time, at most {2} {3} in 24 hours',
  '这个药按体重算，请填体重。': 'The dose goes by weight. Please enter the weight.',
  '待核实：请看盒子里的说明书，或问药师。':
    'Not verified yet: read the leaflet in the box, or ask a pharmacist.',
  '说明书没有写这个年龄可以吃：请问医生，不要自己减量。':
    'The label does not cover this age. Ask a doctor; do not just give less.',
  '这个剂型是给更小的孩子的：请问医生或药师。':
    'This form is for younger children. Ask a doctor or a pharmacist.',
  '说明书没有写这个体重怎么吃：请问医生，不要自己算。':
    'The label does not cover this weight. Ask a doctor; do not work it out yourself.',
  '体重太轻，照说明书的量会超：请问医生。':
    'At this weight the dose on the label would be too much. Ask a doctor.',
  '隔{0}小时才能再吃': 'wait {0} hours before the next dose',
  '24小时不超过{0}次': 'at most {0} times in 24 hours',
  '退烧最多连吃{0}天': 'for fever at most {0} days in a row',
  半: 'half',
  '按这里的资料，没有查到重复或相冲的成分。没有查到不等于一定安全，拿不准请问药师。':
    'By what we know, no ingredient is there twice and none clash. That does not mean that it is safe: ask a pharmacist if you are not sure.',
  '没有“{0}”的资料。请看盒子上的成分，或问药师。':
    'We know nothing about “{0}”. Read the ingredients on the box, or ask a pharmacist.',
  '没有“{0}”的资料。看名字，多半含{1}：别和含同样成分的药一起吃，请看盒子上的成分。':
    'We know nothing about “{0}”. By its name it probably contains {1}: do not take it with anything that contains the same, and read the box.',
  '含{0}': 'Contains {0}',
  '{0}（含量待核实）': '{0} (amount not verified)',
  '{0} {1}毫克/{2}': '{0} {1} mg per {2}',
  '含{0}{1}的药': 'medicine with {0}{1}',
  '含麻黄碱，要凭身份证买': 'contains ephedrine, sold against an ID card',
  处方药: 'prescription medicine',
  '境外药，没有国药准字': 'foreign medicine without Chinese approval',
  '是不是处方药：待核实': 'prescription or not: not verified yet',
  '药师{0}（{1}）{2}核对过这些内容。': 'Checked by pharmacist {0} ({1}) on {2}.',
  '这些内容还没有药师签字。每条都写了出处，请以药品说明书为准。':
    'No pharmacist has signed this yet. Every statement names its source; the leaflet in the box decides. The English is a translation.',
  不到6个月的宝宝: 'Babies under 6 months',
  孩子: 'Children',
  大人: 'Adults',
  孕妇: 'Pregnant women',
  '老人、有慢性病的人': 'Elderly people, people with long-term illness',
  '透析、移植的人': 'People on dialysis or with a transplant',
  吃药以后: 'After taking medicine',
  '发烧怎么用药：孩子、孕妇、老人先看这里': 'Fever medicines: children, pregnancy, elderly people',
  '对方说给您了，点开说一声': 'They say that you got it. Tap to answer',
  '点开说一声，点一下就行': 'Tap once to answer',
};
