import type { Self } from '../../../../../cloudfunctions/shared/contract/identity-calls';
import { loadedPage } from '../../../../behaviors/loaded-page';
import { isComplete } from '../../../../presenters/contact/contact-way';
import { toCallError } from '../../../../services/call-error';
import type { CallError } from '../../../../services/call-error';
import { call } from '../../../../services/cloud';
import { loadSelf } from '../../../../services/self';
import { rememberMember } from '../../../../services/waiting-badge';
import { normalizeIdNumber } from '../../../../facts/resident-id';
import { errorsOfRefusal, fieldOrder, leadsToDocuments } from '../../presenters/verification-errors';
import type { VerificationErrors } from '../../presenters/verification-errors';
import { firstDocument, permitOf } from '../../presenters/first-document';
import { formGaps, isUntypable, needsDocuments } from '../../presenters/verification-form';
import { say, speaksChinese, translated } from '../../../../facts/words/say';

type PhoneGiven = WechatMiniprogram.CustomEvent<{ code?: string; errMsg: string; errno?: number }>;
type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

const verifyPage = loadedPage({
  initial: {
    self: null as Self | null,
    /** Why the last document was not accepted. */
    refusal: '',
    /** A reader who most likely holds another document, by the language; the way to it therefore comes first. */
    foreign: false,
  },
  asks: 'open',
  async ask() {
    const self = await loadSelf();
    return { state: 'ready', self, refusal: translated(self.refusal ?? ''), foreign: isForeign() };
  },
});

const wechatLanguage = (): string => wx.getAppBaseInfo().language;
const isForeign = (): boolean => !speaksChinese() || permitOf(wechatLanguage()) !== undefined;

/** Asks for name, ID number and phone. What is typed here is sent once and stored nowhere on the phone. */
Component({
  behaviors: [verifyPage],
  data: {
    name: '',
    idNumber: '',
    consent: false,
    /** The field that takes the keyboard without a tap. */
    focus: '' as '' | 'name' | 'idNumber',
    errors: {} as VerificationErrors,
    documentsAdvised: false,
    /** The code of the last refusal, which 帮助与反馈 begins with. */
    helpFor: '' as string,
    binding: false,
    busy: false,
  },
  methods: {
    async phoneGiven({ detail }: PhoneGiven) {
      if (detail.code === undefined) {
        this.setData({ 'errors.phone': say('没有授权手机号。不绑定手机号就接不到隐私号码的电话。') });
        return;
      }
      this.setData({ binding: true, 'errors.phone': '' });
      try {
        this.setData({ self: await call('identity', 'bindPhone', { code: detail.code }), focus: 'name' });
        this.leaveWhenComplete();
      } catch (thrown) {
        this.refuse(toCallError(thrown));
      } finally {
        this.setData({ binding: false });
      }
    },
    nameTyped({ detail }: Typed) {
      this.setData({ name: detail.value, 'errors.name': '' });
    },
    nameConfirmed() {
      this.setData({ focus: 'idNumber' });
    },
    idNumberTyped({ detail }: Typed) {
      this.setData({ idNumber: detail.value, 'errors.idNumber': '' });
    },
    consentTapped() {
      this.setData({ consent: !this.data.consent, 'errors.consent': '' });
    },
    async verifyTapped() {
      const { name, idNumber, consent, self, busy } = this.data;
      if (busy || self === null) return;
      const gaps = formGaps({ name, idNumber, consent }, self.phoneBound, Date.now());
      if (Object.keys(gaps).length > 0) {
        if (needsDocuments({ name, idNumber, consent })) this.setData({ documentsAdvised: true });
        this.showErrors(gaps);
        return;
      }
      this.setData({ busy: true, errors: {} });
      try {
        const input = { name: name.trim(), idNumber: normalizeIdNumber(idNumber), consent: true as const };
        this.setData({ self: await call('identity', 'verify', input), idNumber: '', name: '' });
        this.leaveWhenComplete();
      } catch (thrown) {
        this.refuse(toCallError(thrown));
      } finally {
        this.setData({ busy: false });
      }
    },
    refuse(failure: CallError) {
      const documentsAdvised = this.data.documentsAdvised || leadsToDocuments(failure.code);
      this.setData({ documentsAdvised, helpFor: failure.code });
      this.showErrors(errorsOfRefusal(failure));
    },
    showErrors(errors: VerificationErrors) {
      this.setData({ errors });
      const first = fieldOrder.find((field) => errors[field]);
      if (first !== undefined) void wx.pageScrollTo({ selector: `#field-${first}`, offsetTop: -24 });
    },
    documentsTapped() {
      const { name, idNumber: typed, documentsAdvised } = this.data;
      const isResident = documentsAdvised || isUntypable(name);
      const kind = firstDocument({ typed, isResident, wechatLanguage: wechatLanguage() });
      void wx.navigateTo({
        url: `/packages/trust/pages/documents/documents?kind=${kind}`,
        // A resident hands in the same name and number, and has typed them.
        success: ({ eventChannel }) => {
          if (kind === 'resident') eventChannel.emit('typed', { name, number: typed });
        },
      });
    },
    leaveWhenComplete() {
      if (this.data.self === null || !isComplete(this.data.self)) return;
      rememberMember();
      // The page that sent the user here continues by itself, and a toast would cover it.
      const opener = this.getOpenerEventChannel();
      if (opener.emit) opener.emit('verified');
      else void wx.showToast({ title: say('实名完成'), icon: 'success' });
      this.leave();
    },
    /** Returns to the page that the user came from. */
    leave() {
      if (getCurrentPages().length > 1) void wx.navigateBack();
      else void wx.switchTab({ url: '/pages/my-posts/my-posts' });
    },
  },
});
