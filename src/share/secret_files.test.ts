import { expect, test } from 'vitest';
import { pack } from './archive.ts';
import { secret_file } from './secret_files.ts';
import { project } from './testing/projects.ts';
import { refusal } from './testing/refusal.ts';

const secret = [
  '.streamlit/secrets.toml',
  'secrets.toml',
  'sub/.streamlit/secrets.toml',
  '.Streamlit/Secrets.TOML',
  '.streamlit/secrets.toml.bak',
  '.streamlit/secrets.toml~',
  '.streamlit/secrets.dev.toml',
  '.env',
  '.env.local',
  '.env.production',
  '.ENV',
  'config/.env',
  'prod.env',
  '.envrc',
  '.env~',
  'id_rsa',
  'keys/id_ed25519',
  'server.pem',
  'tls.key',
  'cert.p12',
  'cert.pfx',
  'putty.ppk',
  '.ssh/config',
  '.aws/credentials',
  '.netrc',
  '.pgpass',
  '.git-credentials',
  'client_secret_123.json',
  'service-account.json',
  'service_account_prod.json',
];

test.each(secret)('%s never gets into an archive', async (path) => {
  const error = await refusal(() => pack(project({ 'app.py': '', [path]: 'K = "v"' })));
  expect(error.code).toBe('secret_file');
  expect(error.where.path).toBe(path);
});

const open = [
  'secrets.py',
  '.streamlit/config.toml',
  '.env.example',
  '.env.sample',
  '.streamlit/secrets.toml.example',
  'secrets.example.toml',
  'id_rsa.pub',
  'environment.yml',
  'keys.csv',
  'my_secrets_of_cooking.md',
  'env/readme.md',
];

test.each(open)('%s is not taken for a secret', (path) => {
  expect(secret_file(path)).toBeUndefined();
});
