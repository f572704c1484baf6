/* The names and values from which hostile requests are made. */

export const fieldNames = [
  '_id',
  'a',
  'b',
  'a.b',
  'a.0',
  'a.0.b',
  'list',
  'list.x',
  'place',
  'text',
  'date',
  'n',
];
export const oddNames = [
  '',
  '.',
  'a.',
  '.a',
  'a..b',
  '$',
  '$a',
  'a.$',
  'a.$[]',
  'a.$[x]',
  '$$ROOT',
  '__proto__',
  'a.__proto__.b',
  'constructor',
  'toString',
  'constructor.prototype',
  '0',
  '00',
  '-1',
  '1e9',
  'a.99999999',
  'a.1500001',
  'a\u0000b',
  '\u{1f600}',
  'x'.repeat(300),
  'a.'.repeat(150) + 'a',
];
export const scalars = [
  null,
  true,
  false,
  0,
  1,
  -1,
  -0,
  2,
  0.5,
  1e308,
  -1e308,
  1e-320,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  '',
  'a',
  'text',
  '$a',
  '$a.b',
  '$list',
  '$date',
  '$$ROOT',
  '$$this',
  '$$value',
  '$$v',
  '$$REMOVE',
  '$$NOW',
  '$',
  '$$',
  '$.',
  '$a.',
  'constructor',
  '__proto__',
  '\u0000',
  'year',
  'month',
  'Asia/Shanghai',
  '+08:00',
  '%Y-%m-%d',
  'int',
  'string',
  'date',
  { $numberLong: '9223372036854775807' },
  { $numberLong: '-9223372036854775808' },
  { $numberDouble: 'NaN' },
  { $numberDouble: '-Infinity' },
  { $numberDecimal: '1E+6000' },
  { $date: '2022-12-20T00:00:00Z' },
  { $date: { $numberLong: '8640000000000000' } },
  { $oid: '0123456789abcdef01234567' },
  { $regularExpression: { pattern: '^a|b$', options: 'i' } },
  { $binary: { base64: 'AAAA', subType: '00' } },
  { $timestamp: { t: 1, i: 2 } },
  { $minKey: 1 },
  { $maxKey: 1 },
  { $uuid: '00112233-4455-6677-8899-aabbccddeeff' },
  { $numberInt: '5' },
  [],
  {},
  [[]],
  [null],
];
export const markers = listed(`
  $date $oid $numberLong $numberInt $numberDouble $numberDecimal $binary $uuid $timestamp
  $regularExpression $undefined $minKey $symbol $tcb_server_date $code $dbPointer $ref
`);
export const queryOperators = listed(`
  $and $or $nor $not $expr $comment $where $text $eq $ne $gt $gte $lt $lte $in $nin $all $exists
  $type $mod $regex $options $elemMatch $size $bitsAllSet $bitsAnyClear $near $nearSphere
  $maxDistance $geoWithin $geoIntersects $slice $unknown
`);
export const updates = listed(`
  $set $unset $inc $mul $min $max $rename $push $pull $pullAll $pop $addToSet $bit $currentDate
  $setOnInsert $unknown a
`);
export const stages = listed(`
  $match $project $addFields $set $unset $group $sort $limit $skip $count $unwind $lookup $facet
  $bucket $bucketAuto $sample $sortByCount $replaceRoot $replaceWith $redact $geoNear $out match
`);
export const accumulators = listed(`
  $sum $avg $min $max $first $last $push $addToSet $mergeObjects $stdDevPop $stdDevSamp $count
  $firstN $maxN $top sum
`);
export const expressions = listed(`
  $abs $add $allElementsTrue $and $anyElementTrue $arrayElemAt $arrayToObject $avg $ceil $cmp
  $concat $concatArrays $cond $convert $dateAdd $dateDiff $dateFromParts $dateFromString
  $dateSubtract $dateToParts $dateToString $dateTrunc $dayOfMonth $divide $eq $exp $filter $first
  $firstN $floor $getField $gt $ifNull $in $indexOfArray $indexOfBytes $indexOfCP $isArray $isNumber
  $isoWeek $last $let $literal $ln $log $log10 $ltrim $map $max $maxN $mergeObjects $min $mod
  $multiply $not $objectToArray $or $pow $range $reduce $regexFind $regexFindAll $regexMatch
  $replaceAll $reverseArray $round $setField $setUnion $setIsSubset $size $slice $sortArray $split
  $sqrt $stdDevPop $strLenCP $strcasecmp $substr $substrCP $subtract $sum $switch $toDate $toDecimal
  $toInt $toLong $toObjectId $toString $toUpper $trim $trunc $type $unsetField $week $year $zip
  $rand $meta $function
`);
export const argumentNames = listed(`
  input in as cond limit initialValue vars field value if then else branches case default date unit
  amount timezone format dateString onError onNull to startDate endDate binSize startOfWeek year
  month day hour isoWeekYear regex options find replacement chars n sortBy inputs useLongestLength
  defaults k v
`);
/** Arguments of the operators that take named ones. */
export const namedWords: Record<string, readonly string[]> = {
  $filter: ['input', 'cond', 'as'],
  $map: ['input', 'in', 'as'],
  $reduce: ['input', 'initialValue', 'in'],
  $let: ['vars', 'in'],
  $setField: ['field', 'input', 'value'],
  $unsetField: ['field', 'input'],
  $getField: ['field', 'input'],
  $cond: ['if', 'then', 'else'],
  $switch: ['branches', 'default'],
  $convert: ['input', 'to', 'onError'],
  $dateAdd: ['startDate', 'unit', 'amount'],
  $dateSubtract: ['startDate', 'unit', 'amount', 'timezone'],
  $dateDiff: ['startDate', 'endDate', 'unit'],
  $dateTrunc: ['date', 'unit', 'binSize'],
  $dateFromParts: ['year', 'month', 'day', 'hour'],
  $dateFromString: ['dateString', 'format', 'onError'],
  $dateToString: ['date', 'format', 'timezone'],
  $dateToParts: ['date', 'timezone'],
  $regexFind: ['input', 'regex'],
  $regexFindAll: ['input', 'regex', 'options'],
  $regexMatch: ['input', 'regex'],
  $replaceAll: ['input', 'find', 'replacement'],
  $trim: ['input', 'chars'],
  $ltrim: ['input', 'chars'],
  $sortArray: ['input', 'sortBy'],
  $zip: ['inputs', 'useLongestLength', 'defaults'],
  $firstN: ['input', 'n'],
  $maxN: ['input', 'n'],
};

function listed(words: string): string[] {
  return words.trim().split(/\s+/);
}
