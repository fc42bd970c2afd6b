/**
 * The icons of the first page: what our own parts show, and what most apps do. Their font is a few kilobytes and is
 * made from this list by `tools/icons/fonts.py`; any other icon brings the whole font, once.
 */
export const core_icons: ReadonlySet<string> = new Set(
  `add arrow_back arrow_downward arrow_forward arrow_upward bolt calendar_today cancel check check_circle
  chevron_left chevron_right close code content_copy dark_mode delete download edit error expand_more face favorite
  folder help home info keyboard_arrow_down keyboard_arrow_up keyboard_double_arrow_left
  keyboard_double_arrow_right light_mode link lock lock_open menu more_vert open_in_new person play_arrow print
  refresh remove schedule search send settings share smart_toy star stop terminal thumb_down thumb_up upload
  visibility visibility_off warning`.split(/\s+/),
);
