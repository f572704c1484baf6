/**
 * Styles of built-in components, applied before the program's own: WeChat's defaults, as far as programs rely on them.
 */
export const builtInStyle = `
wx-view,wx-page,wx-swiper,wx-swiper-item,wx-scroll-view,wx-form,wx-radio-group,wx-checkbox-group,wx-picker,wx-navigator,
wx-cover-view,wx-movable-area,wx-rich-text,wx-slider,wx-picker-view,wx-picker-view-column,wx-cover-image,wx-map,
wx-match-media,wx-list-view,wx-grid-view,wx-sticky-section,wx-sticky-header,wx-page-container{display:block}
wx-text{white-space:pre-line;display:inline}
wx-text[user-select],wx-text[selectable]{user-select:text}
wx-label{display:inline;cursor:default}
wx-page-meta,wx-navigation-bar,wx-template,wx-wxs{display:none}
[hidden]{display:none!important}
wx-image,wx-cover-image{display:inline-block;overflow:hidden;width:320px;height:240px;position:relative}
wx-image>img,wx-cover-image>img{width:100%;height:100%;display:block}
wx-image>img:not([src]),wx-cover-image>img:not([src]){visibility:hidden}
wx-button{position:relative;display:block;margin-left:auto;margin-right:auto;padding:8px 24px;box-sizing:border-box;
font-size:17px;font-weight:700;width:184px;line-height:1.41176471;text-align:center;border-radius:4px;overflow:hidden;
background:#f2f2f2;color:#06ae56;cursor:pointer;user-select:none;-webkit-tap-highlight-color:transparent}
wx-button::after{content:"";position:absolute;top:0;left:0;width:200%;height:200%;box-sizing:border-box;border:1px solid transparent;
border-radius:8px;transform:scale(.5);transform-origin:0 0;pointer-events:none}
wx-button[data-type=primary]{background:#07c160;color:#fff}
wx-button[data-type=warn]{background:#f2f2f2;color:#fa5151}
wx-button[data-plain]{background:transparent;border:1px solid currentColor;color:#353535}
wx-button[data-plain][data-type=primary]{color:#07c160}
wx-button[data-size=mini]{display:inline-block;width:auto;padding:0 12px;line-height:2;font-size:16px}
wx-button[data-disabled]{color:rgba(0,0,0,.18);cursor:default}
wx-button[data-type=primary][data-disabled]{background:#e1e1e1}
wx-button[data-loading]::before{content:"";display:inline-block;width:1em;height:1em;margin-right:6px;vertical-align:-2px;
border:2px solid currentColor;border-right-color:transparent;border-radius:50%;animation:wx-turn 1s linear infinite}
@keyframes wx-turn{to{transform:rotate(360deg)}}
.button-hover{background-color:rgba(0,0,0,.1)}
.navigator-hover{background-color:rgba(0,0,0,.1);opacity:.7}
wx-input{display:block;height:1.4rem;min-height:1.4rem;line-height:1.4;overflow:hidden;cursor:auto;text-overflow:clip}
wx-textarea{display:block;width:300px;height:150px;position:relative}
wx-input>input,wx-textarea>textarea{display:block;width:100%;height:100%;border:0;outline:0;padding:0;margin:0;background:none;
font:inherit;line-height:inherit;letter-spacing:inherit;color:inherit;text-align:inherit;resize:none;box-sizing:border-box;border-radius:0}
wx-textarea>textarea{min-height:100%}
wx-input>input::placeholder,wx-textarea>textarea::placeholder{color:var(--placeholder-color,#808080);opacity:1}
wx-switch{display:inline-block;vertical-align:middle}
wx-switch>input{appearance:none;display:block;width:52px;height:32px;border-radius:16px;background:#dfdfdf;position:relative;margin:0;transition:.1s}
wx-switch>input:checked{background:var(--switch-color,#04be02)}
wx-switch>input::after{content:"";position:absolute;left:1px;top:1px;width:30px;height:30px;border-radius:50%;background:#fff;transition:.1s}
wx-switch>input:checked::after{left:21px}
wx-switch>input.as-checkbox{appearance:auto;width:22px;height:22px;background:none}
wx-switch>input.as-checkbox::after{display:none}
wx-checkbox,wx-radio{display:inline-block;cursor:pointer}
wx-checkbox>input,wx-radio>input{appearance:none;box-sizing:border-box;position:relative;width:22px;height:22px;
vertical-align:middle;margin:0 5px 0 0;border:1px solid #c8c9cc;border-radius:3px;background:#fff}
wx-radio>input{border-radius:50%}
wx-checkbox>input:checked,wx-radio>input:checked{background:var(--choice-color,#09bb07);border-color:var(--choice-color,#09bb07)}
wx-checkbox>input:checked::after,wx-radio>input:checked::after{content:"";position:absolute;left:6px;top:2px;width:5px;
height:10px;border:solid #fff;border-width:0 2px 2px 0;transform:rotate(45deg)}
wx-checkbox>input:disabled,wx-radio>input:disabled{opacity:.5}
wx-slider{margin:10px 18px;display:flex;align-items:center}
wx-slider>input{appearance:none;flex:1;min-width:0;height:28px;margin:0;background:linear-gradient(var(--slider-color,#1aad19),
var(--slider-color,#1aad19)) no-repeat 0 50%/var(--slider-filled,0%) 2px,linear-gradient(#e9e9e9,#e9e9e9) no-repeat 0 50%/100% 2px}
wx-slider>input::-webkit-slider-thumb{appearance:none;width:28px;height:28px;border-radius:50%;background:#fff;box-shadow:0 0 4px rgba(0,0,0,.2)}
.slider-value:not(:empty){min-width:2.5em;text-align:right;color:#888}
wx-scroll-view{width:100%;box-sizing:border-box;position:relative}
.no-scrollbar{scrollbar-width:none}
.refresher{text-align:center;line-height:40px;font-size:13px;color:#888}
wx-swiper{height:150px;overflow:hidden;position:relative;touch-action:pan-y}
wx-swiper.upright{touch-action:pan-x}
wx-swiper-item{position:absolute!important;width:100%;height:100%;left:0;top:0;transition:transform .3s;overflow:hidden}
.swiper-dots{position:absolute;left:0;right:0;bottom:10px;z-index:1;display:flex;justify-content:center;gap:8px;pointer-events:none}
.swiper-dots.vertical{left:auto;right:10px;top:0;bottom:0;flex-direction:column}
.swiper-dots>span{width:8px;height:8px;border-radius:50%}
wx-icon{display:inline-block;vertical-align:middle;line-height:1}
wx-progress{display:flex;align-items:center;width:100%}
.progress-track{flex:1;overflow:hidden}
.progress-info:not(:empty){margin-left:15px;font-size:16px;color:#353535}
wx-canvas{display:block;width:300px;height:150px;position:relative;overflow:hidden}
wx-canvas>canvas{width:100%;height:100%;display:block}
wx-map{width:300px;height:225px;position:relative}
wx-picker-view{position:relative;overflow:hidden;display:flex;height:200px}
wx-picker-view-column{flex:1;height:100%;overflow-y:auto;scroll-snap-type:y mandatory;scrollbar-width:none;
padding:var(--row-margin,83px) 0;box-sizing:border-box}
wx-picker-view-column>*{scroll-snap-align:center;height:var(--row-height,34px);overflow:hidden;flex:none}
wx-picker-view::after{content:"";position:absolute;left:0;right:0;top:calc(50% - var(--row-height,34px)/2);height:var(--row-height,34px);
border:solid rgba(0,0,0,.1);border-width:1px 0;pointer-events:none}
wx-movable-area{position:relative;width:10px;height:10px}
wx-movable-view{display:block;position:absolute;width:10px;height:10px;top:0;left:0;touch-action:none;user-select:none}
wx-navigator{cursor:pointer}
wx-cover-view{overflow:hidden}
wx-root-portal.lifted{position:relative;z-index:10000;display:block}
wx-page-container{position:fixed;inset:0;display:none;background:rgba(0,0,0,.5)}
wx-page-container[data-shown]{display:flex;flex-direction:column;justify-content:flex-end}
wx-page-container[data-shown][data-position=top]{justify-content:flex-start}
wx-page-container[data-shown][data-position=center]{justify-content:center}
wx-page-container>*{background:#fff}
`;

/** Buttons of programs without `"style": "v2"`: as wide as their container, grey, with a thin border. */
export const firstStyle = `
wx-button{width:auto;padding:0 14px;font-size:18px;font-weight:400;line-height:2.55555556;border-radius:5px;
background:#f8f8f8;color:#000}
wx-button::after{border-color:rgba(0,0,0,.2);border-radius:10px}
wx-button[data-type=primary]{background:#1aad19}
wx-button[data-type=warn]{background:#e64340;color:#fff}
wx-button[data-plain][data-type=primary]{color:#1aad19;background:transparent}
wx-button[data-size=mini]{line-height:2.3;font-size:13px;padding:0 1.32em}
wx-button[data-plain]::after{border-width:0}
wx-button[data-disabled]{color:rgba(0,0,0,.3)}
wx-button[data-type=primary][data-disabled]{background:#9ed99d;color:rgba(255,255,255,.6)}
`;
