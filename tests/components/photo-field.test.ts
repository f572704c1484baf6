import { mount } from './mount';

const open = (answer: string) =>
  mount('<photo-field token="form-1" bind:change="heard" />').then((phone) => {
    phone.run(`wx.chooseMedia = () => ${answer}; wx.showToast = (options) => {
      host.asked.push({ name: 'showToast', options });
      return Promise.resolve({});
    };`);
    return phone;
  });

test('closing the picker without a choice changes nothing', async () => {
  const phone = await open('Promise.reject(new Error("cancel"))');
  await phone.tap('拍照或从相册选');
  expect(phone.heard).toEqual([]);
  expect(phone.asked).toEqual([]);
});

test('a photo that the phone cannot read is not taken, and the user reads that', async () => {
  const phone = await open('Promise.resolve({ tempFiles: [{ tempFilePath: "nothing.heic" }] })');
  phone.run('wx.getImageInfo = () => Promise.reject(new Error("no image"))');
  await phone.tap('拍照或从相册选');
  expect(phone.heard).toEqual([]);
  expect(phone.asked).toMatchObject([{ name: 'showToast', options: { title: '这张照片打不开，请换一张' } }]);
});
