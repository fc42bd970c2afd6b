/** Sockets on the real interpreter, whose own would seem to connect and then never answer. */
import { expect, it } from 'vitest';
import { open_app } from './harness.ts';

it.each([
  ['socket.create_connection', 'import socket; socket.create_connection(("db.example", 5432))', 'PostgreSQL'],
  ['a socket', 'import socket; socket.socket().connect(("10.0.0.1", 3306))', 'MySQL'],
  ['smtplib', 'import smtplib; smtplib.SMTP("mail.example", 587)', 'Postmark'],
  ['smtplib with TLS', 'import smtplib; smtplib.SMTP_SSL("mail.example", 465)', 'Postmark'],
  ['ftplib', 'import ftplib; ftplib.FTP("files.example")', 'st.file_uploader'],
  ['ftp: of urllib', 'import urllib.request; urllib.request.urlopen("ftp://files.example/x")', 'no socket'],
  ['imaplib', 'import imaplib; imaplib.IMAP4_SSL("mail.example")', 'Microsoft Graph'],
  ['poplib', 'import poplib; poplib.POP3("mail.example")', 'Microsoft Graph'],
  [
    'asyncio',
    `import asyncio
async def ask(): await asyncio.open_connection("db.example", 6379)
asyncio.run(ask())`,
    'Redis',
  ],
  [
    'http.server',
    'import http.server; http.server.HTTPServer(("", 8000), http.server.BaseHTTPRequestHandler)',
    'HTTP interface',
  ],
  ['a name', 'import socket; socket.gethostbyname("db.example")', 'looked up by the browser'],
])('%s says that there are none, and what to use', async (_name, script, words) => {
  const app = await open_app(`
import streamlit as st
try:
${script.replaceAll(/^/gm, '    ')}
    st.text("no error")
except Exception as error:
    st.text(f"{error}")
`);
  expect(app.texts().join()).toContain('A browser tab can open no socket');
  expect(app.texts().join()).toContain(words);
});

it('still knows this computer, and libraries that look', async () => {
  const app = await open_app(`
import socket, ssl
import streamlit as st
st.text(socket.gethostname() != "" and len(socket.getaddrinfo("127.0.0.1", 80)) > 0)
st.text(ssl.create_default_context().check_hostname)
`);
  expect(app.texts()).toEqual(['True', 'True']);
});
