import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { button } from './button';
import { canvas } from './canvas';
import { checkbox, checkboxGroup, radio, radioGroup, slider, switchControl } from './choices';
import { defineBuiltIn, type BuiltIn } from './define';
import { form, label } from './form';
import { map } from './map';
import { coverImage, icon, image, progress } from './media';
import { movableArea, movableView } from './movable';
import { navigator } from './navigator';
import { navigationBar, openData, pageMeta } from './page-settings';
import { picker } from './picker';
import { pickerView, pickerViewColumn } from './picker-view';
import { pageContainer, rootPortal } from './portals';
import { richText } from './rich-text';
import { scrollView } from './scroll-view';
import { swiper, swiperItem } from './swiper';
import type { definedTags } from './tags';
import { input, textarea } from './text-fields';
import { video } from './video';
import { webView } from './web-view';

type Definition = glassEasel.GeneralComponentDefinition;
type Tag = (typeof definedTags)[number];

/** Registers every built-in component that has a definition, and returns them by tag. */
export function defineBuiltIns(space: glassEasel.ComponentSpace): Map<string, Definition> {
  const define = <P extends object>(builtIn: BuiltIn<P>): Definition => defineBuiltIn(space, builtIn);
  const definitions: Record<Tag, Definition> = {
    button: define(button),
    canvas: define(canvas),
    checkbox: define(checkbox),
    'checkbox-group': define(checkboxGroup),
    'cover-image': define(coverImage),
    form: define(form),
    icon: define(icon),
    image: define(image),
    input: define(input),
    label: define(label),
    map: define(map),
    'movable-area': define(movableArea),
    'movable-view': define(movableView),
    'navigation-bar': define(navigationBar),
    navigator: define(navigator),
    'open-data': define(openData),
    'page-container': define(pageContainer),
    'page-meta': define(pageMeta),
    picker: define(picker),
    'picker-view': define(pickerView),
    'picker-view-column': define(pickerViewColumn),
    progress: define(progress),
    radio: define(radio),
    'radio-group': define(radioGroup),
    'rich-text': define(richText),
    'root-portal': define(rootPortal),
    'scroll-view': define(scrollView),
    slider: define(slider),
    swiper: define(swiper),
    'swiper-item': define(swiperItem),
    switch: define(switchControl),
    textarea: define(textarea),
    video: define(video),
    'web-view': define(webView),
  };
  return new Map(Object.entries(definitions));
}
