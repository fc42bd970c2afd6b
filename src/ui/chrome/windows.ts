/** What opens beside or over an app now and then: a chunk that is fetched when the first of them opens. */
export { AboutDialog } from './about_dialog.tsx';
export { ClearCacheDialog } from './clear_cache_dialog.tsx';
export { CompileErrorDialog } from './compile_error_dialog.tsx';
export { ConsoleDrawer } from './console_drawer.tsx';
