import react from '@vitejs/plugin-react';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [react()],
  // While you write, Vite has the page and the server of ../server the endpoints.
  server: {proxy: {'/checkout': 'http://127.0.0.1:3000'}},
});
