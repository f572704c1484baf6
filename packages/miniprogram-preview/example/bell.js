import { make } from 'miniprogram-preview/extension';
import './bell.css';

/** Rings a bell when a program makes a phone call. @type {import('miniprogram-preview/extension').PhoneExtension} */
const bell = ({ openid, mount }) => ({
  makePhoneCall(number) {
    mount.append(make('p', { class: 'bell', role: 'status' }, `${openid} 打给 ${number}：叮铃铃`));
  },
});

export default bell;
