import { ShareError, type ShareErrorCode } from '../errors.ts';

/** The `ShareError` that `act` throws or rejects with; fails the test when there is none or another error. */
export async function refusal(act: () => unknown): Promise<ShareError> {
  try {
    await act();
  } catch (error) {
    if (error instanceof ShareError) return error;
    throw error;
  }
  throw new Error('expected a refusal, and nothing was thrown');
}

export async function refusal_code(act: () => unknown): Promise<ShareErrorCode> {
  return (await refusal(act)).code;
}
