/** The commands, one row each, in the order of their help. */
import type { Command } from './command.ts';
import { gallery_command, run_command } from './serve_commands.ts';
import { build_command, html_command, init_command, share_command } from './write_commands.ts';

export const commands: readonly Command[] = [
  run_command,
  build_command,
  html_command,
  share_command,
  init_command,
  gallery_command,
];
