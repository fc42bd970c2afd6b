/** The Python archive for a proof that is not about `streamlit`: our own `tablit`, and an empty package of that name. */
import { unzipSync } from 'fflate';
import { zip_python } from '../../tools/engine/python_zip.ts';

export async function stand_in(): Promise<Record<string, Uint8Array>> {
  const files = unzipSync(await zip_python());
  const ours = Object.entries(files).filter(([path]) => path.startsWith('tablit/'));
  return { ...Object.fromEntries(ours), 'streamlit/__init__.py': new Uint8Array() };
}
