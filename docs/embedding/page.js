import { mount } from './tablit/embed.js';

const script = `
import streamlit as st

st.success(open("greeting.txt").read() + ", reader")
`;

const form = document.getElementById('greeting');
const app = mount(document.getElementById('mounted'), {
  files: { 'app.py': script, 'greeting.txt': 'Hello' },
  entrypoint: 'app.py',
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  await app.writeFile('greeting.txt', form.elements.text.value);
  await app.run();
});
