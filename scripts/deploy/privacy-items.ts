/**
 * What the mini-program collects from a user, in the terms of WeChat's privacy guide (用户隐私保护指引). An interface whose
 * item is missing in the guide fails on every phone.
 */
export const privacyItems: { item: string; because: string; calls: RegExp }[] = [
  {
    item: '手机号',
    because: 'bound once, so that callers reach a poster without seeing it',
    calls: /open-type="getPhoneNumber"/,
  },
  { item: '选择的位置信息', because: 'the nearest posts come first', calls: /\.chooseLocation\b/ },
  {
    item: '位置信息',
    because: 'the boards around where one is, within kilometres',
    calls: /\.getFuzzyLocation\b/,
  },
  {
    item: '选中的照片或视频信息',
    because: 'a volunteer reads a foreign identity document',
    calls: /\.choose(Media|Image)\b/,
  },
  {
    item: '相册（仅写入）权限',
    because: 'a poster is kept in the album, to be sent or printed',
    calls: /\.saveImageToPhotosAlbum\b/,
  },
  { item: '剪切板', because: 'a masked number is copied', calls: /\.(set|get)ClipboardData\b/ },
  {
    item: '姓名、身份证号',
    because: 'one real person, one quota; the number itself is not stored',
    calls: /'identity', 'verify'/,
  },
  { item: '发布内容', because: 'posts are public', calls: /'posts', 'publish'/ },
];

/** Interfaces of `wx` that WeChat treats as private. The guide above must name each one before the program calls it. */
export const privateInterfaces =
  /\.(chooseLocation|choosePoi|getLocation|getFuzzyLocation|onLocationChange|startLocationUpdate\w*|chooseAddress|chooseInvoice\w*|getWeRunData|chooseLicensePlate|chooseMedia|chooseImage|chooseVideo|chooseMessageFile|createVKSession|startRecord|getRecorderManager|createCameraContext|saveImageToPhotosAlbum|saveVideoToPhotosAlbum|addPhoneContact|addPhoneCalendar|addPhoneRepeatCalendar|setClipboardData|getClipboardData|startAccelerometer|startGyroscope|startCompass|startDeviceMotionListening|openBluetoothAdapter|createBLEPeripheralServer|getUserProfile|getUserInfo)\b/g;
