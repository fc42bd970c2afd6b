/** `st.connection` in the tab: SQLite that is built in, and SQLAlchemy when the app has it. */
import { expect, finished, test } from './fixtures/test.ts';
import { save_secrets } from './fixtures/vault.ts';
import { with_wheels } from './fixtures/wheels.ts';

const app = `
import streamlit as st

conn = st.connection("pets", type="sql", url="sqlite:///pets.db")
with conn.session as s:
    s.execute(text("CREATE TABLE IF NOT EXISTS users (id INTEGER, name TEXT)"))
    s.execute(text("DELETE FROM users"))
    s.execute(text("INSERT INTO users VALUES (:id, :name)"), [{"id": 1, "name": "Rex"}, {"id": 2, "name": "Tom"}])
    s.commit()
user_input = st.text_input("Id", "1")
df = conn.query(
    "SELECT * FROM users WHERE id = :id",
    params={"id": user_input},
    ttl=600
)
st.text(f"{type(df).__name__} {[row['name'] for row in df]} {conn.driver} {type(conn.engine).__module__}")
`;

test('promise: SQL parameters are bound: in the tab, with what Python brings along', async ({
  page,
  open,
}) => {
  await open(`text = str\n${app}`);
  const said = page.getByTestId('stText');
  await expect(said).toHaveText("list ['Rex'] pysqlite streamlit.connections._sqlite");
  await page.getByLabel('Id').fill('1 OR 1=1; DROP TABLE users');
  await page.getByLabel('Id').press('Enter');
  await expect(said).toContainText('list [] ');
  await page.getByLabel('Id').fill('2');
  await page.getByLabel('Id').press('Enter');
  await expect(said).toContainText("['Tom']");
});

test('promise: SQL parameters are bound: with SQLAlchemy', async ({ page, site }) => {
  const change = await with_wheels(site, ['SQLAlchemy==2.0.44', 'typing_extensions']);
  await page.goto(await site.add({ 'app.py': `from sqlalchemy import text\n${app}` }, change));
  await finished(page);
  const said = page.getByTestId('stText');
  await expect(said).toHaveText("list ['Rex'] pysqlite sqlalchemy.engine.base");
  await page.getByLabel('Id').fill('1 OR 1=1; DROP TABLE users');
  await page.getByLabel('Id').press('Enter');
  await expect(said).toContainText('list [] ');
});

test('what a session commits is kept, whatever was read and closed before it', async ({ page, open }) => {
  await open(`
import streamlit as st

for url in ("sqlite:///kept.db", "sqlite://"):
    conn = st.connection("kept", type="sql", url=url)
    with conn.session as s:
        s.execute("CREATE TABLE IF NOT EXISTS t (a INTEGER)")
        s.execute("INSERT INTO t VALUES (1)")
        conn.query("SELECT * FROM t", ttl=0)
        with conn.session as inner:
            inner.scalar("SELECT count(*) FROM t")
        s.commit()
        s.execute("DELETE FROM t")
    st.text(f"{len(conn.query('SELECT * FROM t', ttl=0))} kept")
file = st.connection("kept", type="sql", url="sqlite:///kept.db")
with file.session as outer, file.session as inner:
    outer.execute("INSERT INTO t VALUES (2)")
    try:
        inner.execute("INSERT INTO t VALUES (3)")
    except Exception as error:
        st.text(str(error))
`);
  await expect(page.getByTestId('stText')).toHaveText(['1 kept', '1 kept', 'database is locked']);
});

test('a connection takes its table of the secrets, and a class of the app’s own works', async ({
  page,
  open,
}) => {
  await open(`
import streamlit as st
from streamlit.connections import BaseConnection

class Pets(BaseConnection[str]):
    def _connect(self, **kwargs):
        return f"{self._secrets.get('host', 'nowhere')}:{kwargs['port']}"
    def address(self):
        return self._instance

st.text(st.connection("pets", type=Pets, port=1).address())
if "connections" in st.secrets:
    st.text(st.connection("db").query("SELECT 1 + 1 AS n")[0].n)
`);
  await expect(page.getByTestId('stException')).toContainText('No secrets found');
  await save_secrets(
    page,
    '[connections.pets]\nhost = "here"\n[connections.db]\ntype = "sql"\nurl = "sqlite://"',
  );
  await expect(page.getByTestId('stText')).toHaveText(['here:1', '2']);
});
